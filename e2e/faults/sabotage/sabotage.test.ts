import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sabotages } from './all.ts'
import { apply } from './apply.ts'
import { makePrivateCopy } from './private-copy.ts'
import type { Sabotage } from './sabotage.ts'
import { trySabotages } from './try-sabotages.ts'
import { judge } from './verdict.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SEED = Number(process.env.SOUK_SABOTAGE_SEED ?? Math.floor(Math.random() * 1_000_000))

describe('a sabotage', () => {
  it.each(sabotages.map((one) => [one.title, one] as const))(
    'finds what it spoils: %s',
    async (_title, one) => {
      for (const edit of one.edits) {
        const text = await readFile(join(ROOT, edit.file), 'utf8')
        expect(apply(text, edit)).not.toBe(text)
      }
      for (const file of one.caughtBy) expect(await readFile(join(ROOT, file), 'utf8')).toContain('expect(')
    },
  )

  it('is noticed when its line has moved on, or is there twice', () => {
    const edit = { file: 'a.ts', find: 'lock()', put: '' }
    expect(() => apply('wait()', edit)).toThrow('a.ts has 0 times')
    expect(() => apply('lock() lock()', edit)).toThrow('a.ts has 2 times')
  })
})

describe('a verdict', () => {
  const file = (status: string, ...failureMessages: string[]) => ({
    testResults: [
      { name: 'a.test.ts', assertionResults: [{ fullName: 'sells once', status, failureMessages }] },
    ],
  })

  it('is by a test that ran', () => {
    expect(judge(file('failed', 'AssertionError: 2 sold'))).toEqual({ is: 'caught', why: 'sells once' })
    expect(judge(file('passed')).is).toBe('not caught')
    expect(judge(file('failed', 'ReferenceError: stock is not defined')).is).toBe('broken')
    expect(judge({ testResults: [{ name: 'a.test.ts', assertionResults: [] }] }).is).toBe('broken')
    expect(judge({ testResults: [] }).is).toBe('broken')
  })
})

describe('of all sabotages', () => {
  /** Those whose tests are over soonest: `npm run sabotage` tries every one. */
  const quick = sabotages.filter(({ caughtBy }) =>
    caughtBy.every((path) => /^(kit\/service|services\/(accounts|inventory))\//.test(path)),
  )
  const chosen = [quick[SEED % quick.length] as Sabotage]

  it(`one is caught (SOUK_SABOTAGE_SEED=${SEED})`, { timeout: 180_000 }, async () => {
    const copy = await makePrivateCopy()
    try {
      const tried = await trySabotages(copy, chosen)
      expect(tried.filter(({ is }) => is !== 'caught')).toEqual([])
      expect(tried).toHaveLength(1)
    } finally {
      await copy.remove()
    }
  })
})
