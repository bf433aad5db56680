import { systemRandom } from '@souk/kit/runtime'
import type { Caller } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'
import { describe, expect, it } from 'vitest'
import { isOnFor, subjectOf } from './rollout.ts'

const CUSTOMERS = Array.from({ length: 4_000 }, (_, index) => `cus_${index}`)
const among = (rollout: number, key = 'a_feature') =>
  CUSTOMERS.filter((subject) => isOnFor({ key, isOn: true, rollout }, subject))

describe('a feature that is on for some', () => {
  it.each([0, 1, 10, 50, 99, 100])('is on for %i of a hundred, give or take', (rollout) => {
    expect(Math.abs(among(rollout).length / CUSTOMERS.length - rollout / 100)).toBeLessThan(0.025)
  })

  it('stays on for those who had it when there are more', () => {
    const more = new Set(among(30))
    expect(among(10).filter((subject) => !more.has(subject))).toEqual([])
  })

  it('draws for each feature anew', () => {
    const other = new Set(among(50, 'another_feature'))
    const both = among(50).filter((subject) => other.has(subject)).length
    expect(Math.abs(both / CUSTOMERS.length - 0.25)).toBeLessThan(0.03)
  })

  it('is on for nobody while it is off', () => {
    expect(isOnFor({ key: 'a_feature', isOn: false, rollout: 100 }, 'cus_1')).toBe(false)
  })
})

describe('who that is', () => {
  const guest: Caller = { kind: 'guest', address: '192.0.2.1' }
  const of = (caller: Caller, input: Record<string, unknown>) =>
    subjectOf({ caller, trace: newTrace(systemRandom, false), deadline: 0 }, input)

  it.each<[string, Caller, Record<string, unknown>, string]>([
    [
      'the customer, whatever the cart',
      { kind: 'customer', id: 'cus_1', address: '' },
      { id: 'cart_1' },
      'cus_1',
    ],
    ['the cart of a guest', guest, { id: 'cart_1' }, 'cart_1'],
    ['the cart named', guest, { for: 'cart:cart_2' }, 'cart_2'],
    ['where a guest without a cart asks from', guest, { id: 'prod_1' }, '192.0.2.1'],
  ])('is %s', (_who, caller, input, subject) => {
    expect(of(caller, input)).toBe(subject)
  })
})
