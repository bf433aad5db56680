import type { Verdict } from '@souk/contracts/auditor'
import { connect } from '@souk/kit/database'
import { testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOwnShop, type Shop } from './shop.ts'
import { buy, ok, sell } from './shopping.ts'

let shop: Shop

beforeAll(async () => {
  shop = await openOwnShop()
  const { sku } = await sell(await shop.admin(), { quantity: 5 })
  const guest = shop.guest()
  await buy(guest, [{ sku, quantity: 2 }])
  const cancelled = await buy(guest, [{ sku }])
  ok(await guest.post(`/store/v1/orders/${cancelled.id}/cancel?token=${cancelled.token}`), 200)
})
afterAll(() => shop.close())

const audited = async (query = ''): Promise<Verdict> =>
  ok(await shop.guest().get<Verdict>(`/ops/audit${query}`), 200)

it('proves to operators that the books of a shop at rest agree', async () => {
  const violations = async () => (await audited('?strict=true')).violations
  await expect.poll(violations, { timeout: 15_000 }).toBe(0)
  const { invariants } = await audited('?strict=true')
  const looked = Object.fromEntries(invariants.map(({ id, checked }) => [id, checked]))
  expect(looked).toMatchObject({ M1: expect.any(Number), M2: expect.any(Number), S1: expect.any(Number) })
  for (const id of ['M1', 'M2', 'S1', 'E1', 'N1', 'I1']) expect(looked[id], id).toBeGreaterThan(0)
})

it('answers everybody who asks at the same time, of either kind', async () => {
  const verdicts = await Promise.all(['', '', '?strict=true', '?anyOrder=true'].map(audited))
  expect(verdicts.map(({ violations }) => violations)).toEqual([0, 0, 0, 0])
})

it('names what does not agree, with its story', async () => {
  const owner = connect({ ...testCluster(), database: shop.databaseOf('inventory').database })
  try {
    const [stolen] = await owner`
      update stock set on_hand = on_hand - 1 where sku in (select sku from movement) returning sku`
    expect(stolen).toBeDefined()
    const { invariants } = await audited('?strict=true')
    const accused = invariants.filter(({ violations }) => violations > 0)
    expect(accused.map(({ id }) => id)).toEqual(['S2'])
    expect(accused[0]?.offenders[0]?.about).toBe(stolen?.sku)
  } finally {
    await owner.end()
  }
})
