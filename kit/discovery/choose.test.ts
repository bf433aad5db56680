import { expect, it } from 'vitest'
import { seededRandom } from '../runtime/index.ts'
import { type Candidate, choose } from './choose.ts'

const instance = (name: string, more: Partial<Candidate> = {}) => ({
  name,
  outstanding: 0,
  isBroken: false,
  isResting: false,
  ...more,
})
const { unit } = seededRandom(1)

it('sends nothing where nobody is, or all are broken', () => {
  expect(choose([], unit)).toBeUndefined()
  expect(choose([instance('a', { isBroken: true })], unit)).toBeUndefined()
})

it('passes over a broken one, however idle it is', () => {
  const all = [instance('broken', { isBroken: true }), instance('busy', { outstanding: 50 })]
  for (let turn = 0; turn < 50; turn++) expect(choose(all, unit)?.name).toBe('busy')
})

it('spares a resting one while there is another, and asks it when there is none', () => {
  const resting = instance('resting', { isResting: true })
  for (let turn = 0; turn < 50; turn++)
    expect(choose([resting, instance('busy', { outstanding: 50 })], unit)?.name).toBe('busy')
  expect(choose([resting], unit)?.name).toBe('resting')
})

it('never takes the busiest of several, and takes every other', () => {
  const all = [instance('a'), instance('b', { outstanding: 1 }), instance('c', { outstanding: 2 })]
  const chosen = new Set(Array.from({ length: 200 }, () => choose(all, unit)?.name))
  expect([...chosen].sort()).toEqual(['a', 'b'])
})

it('spreads calls of which none is answered evenly', () => {
  const all = Array.from({ length: 5 }, (_, index) => instance(String(index)))
  for (let call = 0; call < 1_000; call++) {
    const one = choose(all, unit)
    if (one) one.outstanding++
  }
  const loads = all.map(({ outstanding }) => outstanding)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(4)
})
