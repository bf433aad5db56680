import { rendered } from '@souk/kit/contract'
import type { Dispatch } from '@souk/kit/service'
import { expect, it, vi } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'

/** A shop that works on one call at once and lets one wait; its pages are answered when the test says so. */
async function openSmallShop() {
  const told = Promise.withResolvers<void>()
  const asked = vi.fn<() => void>()
  const dispatch: Dispatch = async () => {
    asked()
    await told.promise
    return { ok: true, status: 200, rendered: rendered(Buffer.from('{}'), '"page"') }
  }
  const load = { atOnce: 1, waiting: 1, patienceMs: 20_000 }
  const { app, url } = await openTestGateway(dispatch, { load })
  const ask = (path = '/store/v1/products/tea') => fetch(`${url}${path}`)
  return { ask, asked, answer: told.resolve, close: () => app.close() }
}

it('turns away what it cannot take, says when to come again, and answers all it took', async () => {
  const shop = await openSmallShop()
  const first = shop.ask()
  await vi.waitFor(() => expect(shop.asked).toHaveBeenCalledTimes(1))
  const others = [shop.ask(), shop.ask()]
  const refused = await Promise.race(others)
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ code: 'unavailable' })
  shop.answer()
  const statuses = (await Promise.all([first, ...others])).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 200, 503])
  await shop.close()
})

it('lets operators and probes in when it is full', async () => {
  const shop = await openSmallShop()
  const full = [shop.ask(), shop.ask(), shop.ask()]
  expect((await Promise.race(full)).status).toBe(503)
  expect((await shop.ask('/ops/services')).status).toBe(200)
  expect((await shop.ask('/readyz')).status).toBe(200)
  shop.answer()
  await Promise.all(full)
  await shop.close()
})
