import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { armCrashPoints, crashPoint, crashPointsAround } from './crash-point.ts'

const TESTING = { at: '', once: '', record: '', isProduction: false }
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souk-crash-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const armed = (at: string, record = '') => {
  let deaths = 0
  armCrashPoints({ ...TESTING, at, record }, () => deaths++)
  return () => deaths
}

describe('a crash point', () => {
  it('is nothing at all, and strangers stay themselves, until it is armed', () => {
    const stranger = { call: async () => 1 }
    expect(crashPointsAround(stranger, { service: 'toy', as: 'stranger', calls: ['call'] })).toBe(stranger)
    expect(crashPoint('toy', 'put', 'before-commit')).toBeUndefined()
  })

  it('kills at the passing asked for, and nowhere else', () => {
    const deaths = armed('toy/put:before-commit#2')
    crashPoint('toy', 'put', 'after-commit')
    crashPoint('toy', 'put', 'before-commit')
    expect(deaths()).toBe(0)
    crashPoint('toy', 'put', 'before-commit')
    expect(deaths()).toBe(1)
  })

  it('kills once of all processes that share a file, however often they pass', () => {
    const once = join(folder, 'struck')
    let deaths = 0
    for (let life = 0; life < 3; life++) {
      armCrashPoints({ ...TESTING, at: 'toy/put:before-commit', once }, () => deaths++)
      crashPoint('toy', 'put', 'before-commit')
    }
    expect(deaths).toBe(1)
  })

  it('names what was passed once, in the order it was passed', () => {
    const file = join(folder, 'points')
    armed('', file)
    for (const phase of ['accepted', 'before-commit', 'accepted'] as const) crashPoint('toy', 'put', phase)
    expect(readFileSync(file, 'utf8')).toBe('toy/put:accepted\ntoy/put:before-commit\n')
  })

  it('stands before and behind the named calls of a stranger', async () => {
    const file = join(folder, 'calls')
    armed('', file)
    const stranger = { id: 'bank', call: async (amount: number) => amount + 1, look: () => 'seen' }
    const watched = crashPointsAround(stranger, { service: 'toy', as: 'bank', calls: ['call'] })
    expect([watched.id, await watched.call(1), watched.look()]).toEqual(['bank', 2, 'seen'])
    expect(readFileSync(file, 'utf8')).toBe('toy/bank.call:before-call\ntoy/bank.call:after-call\n')
  })

  it('is refused in production, and when it cannot be understood', () => {
    const production = { ...TESTING, isProduction: true }
    expect(() => armCrashPoints({ ...production, at: 'toy/put:accepted' })).toThrow(/refused in production/)
    expect(() => armCrashPoints({ ...production, record: 'x' })).toThrow(/refused in production/)
    expect(() => armCrashPoints(production)).not.toThrow()
    expect(() => armCrashPoints({ ...TESTING, at: 'toy/put:accepted#0' })).toThrow(/is not a point/)
  })
})
