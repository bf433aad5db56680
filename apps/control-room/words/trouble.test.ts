import { expect, it } from 'vitest'
import { inWords } from './trouble.ts'

const refused = (status: number, detail?: string) =>
  inWords({
    kind: 'refused',
    problem: { status, title: 'No.', code: 'no', traceId: 'abc', ...(detail && { detail }) },
  })

it('says what to do when nobody answers', () => {
  expect(inWords({ kind: 'away' }).advice).toContain('still running')
})

it('says what the shop says', () => {
  expect(refused(422, 'There is nothing to try again.')).toEqual({
    title: 'No.',
    advice: 'There is nothing to try again.',
    traceId: undefined,
  })
})

it('leads to the trace where something broke', () => {
  expect(refused(500).traceId).toBe('abc')
})

it('tells whoever mistyped to look again', () => {
  const problem = { status: 401, title: 'Wrong.', code: 'invalid_credentials' }
  expect(inWords({ kind: 'refused', problem }).advice).toBe('Check both, then try again.')
})

it.each([401, 403, 404, 429, 500, 503])('has advice of its own for a %i without detail', (status) => {
  expect(refused(status).advice).toMatch(/\.$/)
})
