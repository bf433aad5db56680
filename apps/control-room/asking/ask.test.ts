import { describe, expect, it } from 'vitest'
import { read } from './ask.ts'

const AWAY = { ok: false, trouble: { kind: 'away' } }

describe('what an answer says', () => {
  it('is its JSON', () => {
    expect(read(200, '{"items":[]}')).toEqual({ ok: true, answer: { items: [] } })
  })

  it('may be nothing', () => {
    expect(read(204, '')).toEqual({ ok: true, answer: undefined })
  })

  it('is the problem where the shop says no', () => {
    const problem = {
      type: 'urn:souk:problem:not_found',
      title: 'There is nothing here.',
      status: 404,
      code: 'not_found',
    }
    expect(read(404, JSON.stringify(problem))).toEqual({ ok: false, trouble: { kind: 'refused', problem } })
  })

  it.each([
    [502, '<html>Bad gateway</html>'],
    [200, '<!doctype html>'],
    [500, '{"oops":true}'],
    [500, ''],
  ])('is not the shop’s where it is %i %s', (status, text) => {
    expect(read(status, text)).toEqual(AWAY)
  })
})
