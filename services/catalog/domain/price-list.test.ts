import type { PriceList } from '@souk/contracts/catalog'
import { describe, expect, it } from 'vitest'
import { blankProduct } from './edit-product.ts'
import { editList, holdsOtherwise, isBackwards, nextBoundary } from './price-list.ts'
import { touched } from './revise.ts'

const [NINE, TEN, NOON] = ['2026-01-05T09:00:00.000Z', '2026-01-05T10:00:00.000Z', '2026-01-05T12:00:00.000Z']
const list = (more: Partial<PriceList> = {}): PriceList => ({
  ...{ id: 'plist_a', version: 1, title: 'Season', isActive: true, customerGroups: [] },
  ...{ startsAt: TEN, endsAt: NOON, createdAt: NINE, updatedAt: NINE },
  ...more,
})

describe('a price list', () => {
  it('keeps what is not said, writes times alike and each group once', () => {
    const edited = editList(list(), {
      startsAt: '2026-01-05T09:00:00Z',
      customerGroups: ['trade', 'staff', 'trade'],
    })
    expect(edited).toEqual(list({ startsAt: NINE, customerGroups: ['trade', 'staff'] }))
    expect(editList(edited, { endsAt: null, customerGroups: [] })).toEqual(
      list({ startsAt: NINE, endsAt: null }),
    )
  })

  it('ends after it starts', () => {
    expect(isBackwards(list())).toBe(false)
    expect(isBackwards(list({ endsAt: TEN }))).toBe(true)
    expect(isBackwards(list({ startsAt: null, endsAt: NINE }))).toBe(false)
  })

  it('holds otherwise when its times, its groups or its being active change, and not with its title', () => {
    expect(holdsOtherwise(list(), list({ title: 'Sale' }))).toBe(false)
    for (const more of [
      { isActive: false },
      { startsAt: null },
      { endsAt: null },
      { customerGroups: ['trade'] },
    ])
      expect(holdsOtherwise(list(), list(more)), JSON.stringify(more)).toBe(true)
  })

  it('changes by the clock when it starts and when it ends, where everyone sees it', () => {
    expect([NINE, TEN, NOON].map((now) => nextBoundary(list(), now))).toEqual([TEN, NOON, null])
    expect(nextBoundary(list({ startsAt: null }), NINE)).toBe(NOON)
    expect(nextBoundary(list({ isActive: false }), NINE)).toBeNull()
    expect(nextBoundary(list({ customerGroups: ['trade'] }), NINE)).toBeNull()
  })
})

it('is shown as of the last change of a product, which a clock that is behind does not put back', () => {
  const product = touched(blankProduct('prod_a', NINE), NOON)
  expect(touched(product, TEN)).toMatchObject({ version: 2, updatedAt: NOON })
})
