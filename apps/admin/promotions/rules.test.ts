import { Promotion } from '@souk/contracts/promotions'
import { describe, expect, it } from 'vitest'
import {
  ACTION_KINDS,
  type Action,
  blankAction,
  blankTest,
  itemsOf,
  TEST_KINDS,
  tellAction,
} from './rules.ts'

const kinds = <Kinds extends object>(of: Kinds) => Object.keys(of) as (keyof Kinds)[]

describe('a rule begins with what its kind asks for', () => {
  it.each(kinds(ACTION_KINDS))('%s', (kind) => {
    const amount = [{ amount: 500, currency: 'EUR' }]
    const action = blankAction(kind)
    const filled = {
      ...action,
      ...('amount' in action && { amount }),
      ...('price' in action && { price: amount }),
      ...('sku' in action && { sku: 'BOWL' }),
    }
    expect(Promotion.shape.action.parse(filled).kind).toBe(kind)
    expect(tellAction(filled as Action)).not.toBe('')
  })

  it.each(kinds(TEST_KINDS))('%s', (kind) => {
    expect(blankTest(kind).kind).toBe(kind)
  })
})

describe('which products are meant', () => {
  it('is typed as SKUs, and nothing typed means everything', () => {
    expect(itemsOf(' BOWL, CUP ,', {})).toEqual({ skus: ['BOWL', 'CUP'] })
    expect(itemsOf('', { skus: ['BOWL'] })).toEqual({})
  })

  it('keeps products that were named by id', () => {
    expect(itemsOf('', { skus: ['BOWL'], productIds: ['prod_1'] })).toEqual({ productIds: ['prod_1'] })
  })
})

it('is told in a sentence', () => {
  expect(tellAction({ kind: 'percent_off_items', items: { skus: ['BOWL'] }, percent: '20' })).toBe(
    '20 % off BOWL',
  )
  expect(tellAction({ kind: 'free_shipping' })).toBe('free delivery')
  const amount = [
    { amount: 500, currency: 'EUR' },
    { amount: 600, currency: 'USD' },
  ]
  expect(tellAction({ kind: 'amount_off_order', items: {}, amount })).toBe('€5.00 or $6.00 off the order')
})
