import type { Promotion } from '@souk/contracts/promotions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, applyPromotions, type Outcome } from './apply.ts'
import { promotion } from './fixtures.ts'
import type { Line } from './line.ts'
import { UNUSED } from './usage.ts'

const ALL = {}
const TOGETHER = { item: true, order: true, shipping: true }
const line = (id: string, price: number, quantity = 1, more: Partial<Line> = {}): Line => ({
  ...{ id, sku: id.toUpperCase(), quantity, unitPrice: BigInt(price), left: BigInt(price * quantity) },
  ...more,
})
const basket = (
  lines: readonly Line[],
  more: { shipping?: bigint; country?: string; groups?: string[]; now?: number } = {},
) => ({
  ...{ lines, currency: 'EUR', shipping: 500n, now: 0, codes: new Map(), usage: UNUSED, groups: [] },
  ...more,
})
const euros = (amount: number) => [{ amount, currency: 'EUR' }]
const given = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    outcomes
      .filter(({ outcome }) => outcome === 'given')
      .map(({ promotion: { title }, off }) => [title, Number(amountOf(off))]),
  )
const told = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    outcomes.map(({ promotion: { title }, outcome, because }) => [
      title,
      because ? `${outcome} ${because}` : outcome,
    ]),
  )
const offOf = (action: Promotion['action'], lines: readonly Line[]) => {
  const [{ off } = { off: undefined }] = applyPromotions([promotion('p', action)], basket(lines))
  return Object.fromEntries(
    [...(off?.lines ?? [])].filter(([, amount]) => amount > 0n).map(([id, amount]) => [id, Number(amount)]),
  )
}

describe('what is taken off', () => {
  it.each<[string, Promotion['action'], readonly Line[], Record<string, number>]>([
    [
      'a percentage of the items meant, half to even on each line',
      { kind: 'percent_off_items', items: { skus: ['A', 'B'] }, percent: '10' },
      [line('a', 105), line('b', 115), line('c', 999)],
      { a: 10, b: 12 },
    ],
    [
      'an amount off each, never below nothing',
      { kind: 'amount_off_items', items: ALL, amount: euros(150) },
      [line('a', 100, 3), line('b', 400, 2)],
      { a: 300, b: 300 },
    ],
    [
      'what an item costs above its price in the sale',
      { kind: 'price_of_items', items: ALL, price: euros(500) },
      [line('a', 700, 2), line('b', 300)],
      { a: 400 },
    ],
    [
      'the percentage of the highest tier that all together reach',
      {
        kind: 'tiers',
        items: ALL,
        tiers: [
          { from: 3, percent: '5' },
          { from: 5, percent: '10' },
          { from: 9, percent: '50' },
        ],
      },
      [line('a', 1_000, 2), line('b', 100, 4)],
      { a: 200, b: 40 },
    ],
    [
      'so many of a SKU for nothing',
      { kind: 'gift', sku: 'B', quantity: 2 },
      [line('a', 1_000), line('b', 300, 3)],
      { b: 600 },
    ],
    [
      'an amount off the order, spread so that the parts make the whole',
      { kind: 'amount_off_order', items: ALL, amount: euros(100) },
      [line('a', 333), line('b', 333), line('c', 333)],
      { a: 34, b: 33, c: 33 },
    ],
    [
      'no more than there is',
      { kind: 'amount_off_order', items: ALL, amount: euros(100_000) },
      [line('a', 333), line('b', 1)],
      { a: 333, b: 1 },
    ],
  ])('%s', (_, action, lines, expected) => {
    expect(offOf(action, lines)).toEqual(expected)
  })
})

describe('buy some, get some', () => {
  const twoForOne = {
    kind: 'buy_get',
    buy: { items: ALL, quantity: 2 },
    get: { items: ALL, quantity: 1, percent: '100' },
  } as const

  it('gives the cheapest, as often as there are enough', () => {
    const lines = [line('dear', 900, 3), line('cheap', 100, 2), line('middle', 500)]
    expect(offOf(twoForOne, lines)).toEqual({ cheap: 200 })
  })

  it('gives nothing before its trigger is complete', () => {
    expect(offOf(twoForOne, [line('a', 900, 2)])).toEqual({})
  })

  it('gives no more often than it may', () => {
    expect(offOf({ ...twoForOne, atMost: 1 }, [line('a', 900, 9)])).toEqual({ a: 900 })
  })

  it('never takes one unit both as bought and as got', () => {
    const mixed = {
      ...twoForOne,
      buy: { items: { skus: ['TEA', 'MUG'] }, quantity: 2 },
      get: { ...twoForOne.get, items: { skus: ['MUG', 'CUP'] } },
    }
    // Four mugs alone make one pair and one gift: a second pair would leave none to give.
    expect(offOf(mixed, [line('mug', 300, 4)])).toEqual({ mug: 300 })
    expect(offOf(mixed, [line('mug', 300, 4), line('cup', 800)])).toEqual({ mug: 300 })
  })
})

describe('who goes first, and with whom', () => {
  const tenOffItems = { kind: 'percent_off_items', items: ALL, percent: '10' } as const
  const tenOffOrder = { kind: 'percent_off_order', items: ALL, percent: '10' } as const

  it('is items, order, delivery; each of what the one before left', () => {
    const promotions = [
      promotion('delivery', { kind: 'free_shipping' }, { combinesWith: TOGETHER }),
      promotion('order', tenOffOrder, { combinesWith: TOGETHER }),
      promotion('items', tenOffItems, { combinesWith: TOGETHER }),
    ]
    const outcomes = applyPromotions(promotions, basket([line('a', 1_000)]))
    expect(given(outcomes)).toEqual({ items: 100, order: 90, delivery: 500 })
    expect(outcomes.map(({ promotion: { title } }) => title)).toEqual(['items', 'order', 'delivery'])
  })

  it('keeps two apart unless both agree, and says who was first', () => {
    const one = promotion('one', tenOffItems, { combinesWith: TOGETHER })
    const other = promotion('other', tenOffOrder)
    expect(told(applyPromotions([one, other], basket([line('a', 1_000)])))).toEqual({
      one: 'given',
      other: `blocked ${one.id}`,
    })
  })

  it('keeps two of items apart on the same line alone', () => {
    const mugs = promotion('mugs', { ...tenOffItems, items: { skus: ['MUG'] } }, { priority: 1 })
    const everything = promotion('everything', tenOffItems)
    const outcomes = applyPromotions([everything, mugs], basket([line('mug', 1_000), line('tea', 500)]))
    expect(given(outcomes)).toEqual({ mugs: 100, everything: 50 })
    const onlyMugs = applyPromotions([everything, mugs], basket([line('mug', 1_000)]))
    expect(told(onlyMugs)).toEqual({ mugs: 'given', everything: `blocked ${mugs.id}` })
  })

  it('names the one that has the line it would have', () => {
    const tea = promotion('tea', { ...tenOffItems, items: { skus: ['TEA'] } }, { priority: 2 })
    const mugs = promotion('mugs', { ...tenOffItems, items: { skus: ['MUG'] } }, { priority: 1 })
    const more = promotion('more', { ...tenOffItems, items: { skus: ['MUG'] } })
    const outcomes = applyPromotions([tea, mugs, more], basket([line('tea', 500), line('mug', 1_000)]))
    expect(told(outcomes)).toMatchObject({ more: `blocked ${mugs.id}` })
  })

  it('ends with the one that says so', () => {
    const last = promotion('last', tenOffItems, { isLast: true, combinesWith: TOGETHER })
    const order = promotion('order', tenOffOrder, { combinesWith: TOGETHER })
    expect(told(applyPromotions([order, last], basket([line('a', 100)])))).toEqual({
      last: 'given',
      order: `blocked ${last.id}`,
    })
  })

  it('says of one that would take off nothing that nothing is left', () => {
    const gift = promotion('gift', { kind: 'gift', sku: 'CUP', quantity: 1 })
    expect(told(applyPromotions([gift], basket([line('a', 100)])))).toEqual({ gift: 'nothing_left' })
  })
})

describe('who is kept away', () => {
  const off = { kind: 'percent_off_order', items: ALL, percent: '10' } as const
  const day = (text: string) => Date.parse(text)
  it.each<[string, Partial<Promotion>]>([
    ['isActive', { isActive: false }],
    ['startsAt', { startsAt: '2026-01-02T00:00:00.000Z' }],
    ['endsAt', { endsAt: '2026-01-01T00:00:00.000Z' }],
    ['conditions.0', { conditions: [{ anyOf: [{ kind: 'subtotal', items: ALL, atLeast: euros(1_001) }] }] }],
    [
      'conditions.1',
      {
        conditions: [
          {
            anyOf: [
              { kind: 'quantity', items: ALL, atLeast: 9 },
              { kind: 'destination', countries: ['DE'] },
            ],
          },
          { anyOf: [{ kind: 'quantity', items: { skus: ['MUG'] }, atLeast: 1 }] },
        ],
      },
    ],
    ['conditions.0', { conditions: [{ anyOf: [{ kind: 'destination', countries: ['DE'], not: true }] }] }],
    ['conditions.0', { conditions: [{ anyOf: [{ kind: 'customer_group', groups: ['staff'] }] }] }],
    ['conditions.0', { conditions: [{ anyOf: [{ kind: 'customer_group', groups: ['trade'], not: true }] }] }],
    [
      'action',
      { action: { kind: 'amount_off_order', items: ALL, amount: [{ amount: 1, currency: 'USD' }] } },
    ],
  ])('tells that %s keeps it', (because, more) => {
    const now = day('2026-01-01T12:00:00.000Z')
    const outcomes = applyPromotions(
      [promotion('p', off, more)],
      basket([line('a', 500, 2)], { country: 'DE', groups: ['press', 'trade'], now }),
    )
    expect(told(outcomes)).toEqual({ p: `not_eligible ${because}` })
  })

  it('gives it when everything holds', () => {
    const conditions: Promotion['conditions'] = [
      { anyOf: [{ kind: 'subtotal', items: ALL, atLeast: euros(1_000) }] },
      { anyOf: [{ kind: 'destination', countries: ['FR', 'DE'] }] },
      { anyOf: [{ kind: 'customer_group', groups: ['staff', 'trade'] }] },
    ]
    const outcomes = applyPromotions(
      [promotion('p', off, { conditions })],
      basket([line('a', 500, 2)], { country: 'DE', groups: ['press', 'trade'] }),
    )
    expect(given(outcomes)).toEqual({ p: 100 })
  })
})

const skus = ['A', 'B', 'C', 'D']
const someItems = fc.oneof(
  fc.constant(ALL),
  fc.subarray(skus, { minLength: 1 }).map((chosen) => ({ skus: chosen })),
)
const percent = fc.constantFrom('5', '10', '33.3333', '50', '100')
const actions: fc.Arbitrary<Promotion['action']> = fc.oneof(
  fc.record({ kind: fc.constant('percent_off_items' as const), items: someItems, percent }),
  fc.record({
    kind: fc.constant('amount_off_items' as const),
    items: someItems,
    amount: fc.nat(2_000).map(euros),
  }),
  fc.record({
    kind: fc.constant('price_of_items' as const),
    items: someItems,
    price: fc.nat(2_000).map(euros),
  }),
  fc.record({
    kind: fc.constant('buy_get' as const),
    buy: fc.record({ items: someItems, quantity: fc.integer({ min: 1, max: 3 }) }),
    get: fc.record({ items: someItems, quantity: fc.integer({ min: 1, max: 3 }), percent }),
  }),
  fc.record({
    kind: fc.constant('gift' as const),
    sku: fc.constantFrom(...skus),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('percent_off_order' as const), items: someItems, percent }),
  fc.record({
    kind: fc.constant('amount_off_order' as const),
    items: someItems,
    amount: fc.nat(20_000).map(euros),
  }),
  fc.constant({ kind: 'free_shipping' as const }),
)
const promotions = fc
  .array(
    fc.record({
      action: actions,
      priority: fc.nat(3),
      isLast: fc.boolean(),
      combinesWith: fc.record({ item: fc.boolean(), order: fc.boolean(), shipping: fc.boolean() }),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map(({ action, ...more }, index) => promotion(`p${index}`, action, more)))
const carts = fc
  .array(fc.record({ price: fc.nat(5_000), quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 })
  .map((all) => all.map(({ price, quantity }, index) => line('abcd'[index] as string, price, quantity)))

const totalOff = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { off }) => sum + amountOf(off), 0n)

describe('any promotions on any cart', () => {
  it('never take more off a line, or delivery, than it costs', () => {
    fc.assert(
      fc.property(promotions, carts, (all, lines) => {
        const outcomes = applyPromotions(all, basket(lines))
        for (const { id, left } of lines) {
          const off = outcomes.reduce((sum, one) => sum + (one.off.lines.get(id) ?? 0n), 0n)
          expect(off >= 0n && off <= left).toBe(true)
        }
        expect(outcomes.reduce((sum, { off }) => sum + off.shipping, 0n) <= 500n).toBe(true)
      }),
    )
  })

  it('give the same whatever order lines and promotions come in', () => {
    const shuffled = fc.tuple(promotions, carts).chain(([all, lines]) =>
      fc.record({
        all: fc.constant(all),
        lines: fc.constant(lines),
        others: fc.shuffledSubarray(all, { minLength: all.length }),
        moved: fc.shuffledSubarray(lines, { minLength: lines.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ all, lines, others, moved }) => {
        const byTitle = (outcomes: readonly Outcome[]) =>
          outcomes.map(({ promotion: { title }, outcome, because, off }) => ({
            ...{ title, outcome, because },
            lines: [...off.lines].filter(([, amount]) => amount > 0n).sort(([a], [b]) => (a < b ? -1 : 1)),
          }))
        expect(byTitle(applyPromotions(others, basket(moved)))).toEqual(
          byTitle(applyPromotions(all, basket(lines))),
        )
      }),
    )
  })

  it('give at least as much when another is allowed to join one that nothing keeps apart', () => {
    fc.assert(
      fc.property(actions, carts, (action, lines) => {
        const alone = applyPromotions([promotion('p', action, { combinesWith: TOGETHER })], basket(lines))
        const more = promotion('q', { kind: 'free_shipping' }, { combinesWith: TOGETHER })
        const both = applyPromotions(
          [promotion('p', action, { combinesWith: TOGETHER }), more],
          basket(lines),
        )
        expect(totalOff(both) >= totalOff(alone)).toBe(true)
      }),
    )
  })

  it('give as much where a line is split in two, but for the rounding of each line', () => {
    fc.assert(
      fc.property(actions, carts, (action, lines) => {
        const split = lines.flatMap((one) =>
          one.quantity === 1
            ? [one]
            : [1, one.quantity - 1].map((quantity, part) =>
                line(`${one.id}${part}`, Number(one.unitPrice), quantity, { sku: one.sku }),
              ),
        )
        const rules = [promotion('p', action)]
        const difference =
          totalOff(applyPromotions(rules, basket(lines))) - totalOff(applyPromotions(rules, basket(split)))
        expect(Math.abs(Number(difference))).toBeLessThanOrEqual(split.length)
      }),
    )
  })
})

it('judges a hundred promotions on two hundred lines in less than 20 ms of one core', () => {
  const lines = Array.from({ length: 200 }, (_, index) =>
    line(`line-${index}`, 1_000 + index, 1 + (index % 5)),
  )
  const all = Array.from({ length: 100 }, (_, index) =>
    promotion(
      `p${index}`,
      index % 3 === 0
        ? {
            kind: 'buy_get',
            buy: { items: ALL, quantity: 2 },
            get: { items: ALL, quantity: 1, percent: '10' },
          }
        : { kind: 'percent_off_items', items: { skus: lines.map(({ sku }) => sku) }, percent: '1' },
      { combinesWith: TOGETHER },
    ),
  )
  const times = Array.from({ length: 20 }, () => {
    const before = process.cpuUsage()
    applyPromotions(all, basket(lines))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  expect(Math.min(...times)).toBeLessThan(20)
})
