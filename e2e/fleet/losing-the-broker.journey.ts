import { carriersOverHttp, ledgerOverHttp } from '@souk/auditor'
import { seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mail, Page } from '../answers.ts'
import { keepBrokerAway } from '../faults/broker-in.ts'
import type { Purchase } from '../faults/history.ts'
import { holdInbox } from '../faults/hold-inbox.ts'
import { untilQuiet } from '../faults/quiet.ts'
import { readFromBooks } from '../faults/read-from-books.ts'
import { type Stubborn, stubborn } from '../faults/stubborn.ts'
import type { Witness } from '../faults/witness.ts'
import { asShop, type Shop } from '../shop.ts'
import { ok, sell } from '../shopping.ts'
import { type FleetShop, openFleetShop } from './fleet-shop.ts'
import { shoppers } from './shoppers.ts'

const SEED = 5
const BUYERS = 2
/** Longer than anything of the registry or the broker is remembered. */
const AWAY_MS = 7_000
const HEARD_WITHIN_MS = 30_000

let fleet: FleetShop
let shop: Shop
let shopper: Stubborn
let witness: Witness
let sku: string
const misses: string[] = []
beforeAll(async () => {
  fleet = await openFleetShop()
  shop = asShop(fleet)
  const missed = (why: string) => void misses.push(why)
  shopper = stubborn({ url: shop.url, random: seededRandom(SEED), patienceMs: 60_000, missed })
  witness = readFromBooks({
    databases: fleet.databases,
    providerLedger: ledgerOverHttp(`${fleet.url}/sandbox`),
    carrierLedger: carriersOverHttp(`${fleet.url}/carriers`),
  })
  sku = (await sell(await shop.admin(), { quantity: 10_000 })).sku
})
afterAll(() => fleet.close())

const confirmations = async (to: string) => {
  const { items } = ok(await shop.guest().get<Page<Mail>>(`${fleet.mailboxUrl}/api/messages?to=${to}`), 200)
  return items.length
}

const answered = (purchases: readonly Purchase[]) =>
  purchases.filter(({ outcome }) => outcome === 'acknowledged').length

async function buyWithoutBroker({ isWiped }: { isWiped: boolean }): Promise<readonly Purchase[]> {
  const crowd = shoppers(shopper, { sku, buyers: BUYERS })
  const isBusy = (since: number) => () => answered(crowd.purchases.slice(since)) > BUYERS
  await expect.poll(isBusy(0), { timeout: 30_000 }).toBe(true)
  // What the broker has and this service has not stored is gone with the disk.
  const letGo = isWiped ? await holdInbox(shop.databaseOf('notifications')) : undefined
  if (isWiped) await expect.poll(isBusy(crowd.purchases.length), { timeout: 30_000 }).toBe(true)
  const away = keepBrokerAway(fleet.data)
  try {
    const goneAt = performance.now()
    const begunBefore = crowd.purchases.length
    await expect.poll(isBusy(begunBefore), { timeout: 30_000 }).toBe(true)
    await expect.poll(() => performance.now() - goneAt, { timeout: 2 * AWAY_MS }).toBeGreaterThan(AWAY_MS)
    if (isWiped) await away.wipe()
  } finally {
    away.comeBack()
    await letGo?.()
  }
  await crowd.finish()
  return crowd.purchases
}

it.each([
  ['is away for some seconds', { isWiped: false }],
  ['is away and comes back with an empty disk', { isWiped: true }],
])(
  'takes every order while the broker %s, and has told everybody of it soon after',
  async (_, loss) => {
    misses.length = 0
    const purchases = await buyWithoutBroker(loss)
    const backAt = performance.now()
    for (const { outcome, gaveUp, surprises } of purchases)
      expect([outcome, ...gaveUp, ...surprises]).toEqual(['acknowledged'])
    // That an order is still being decided is an answer; that nobody answers is none.
    expect(misses.filter((why) => why !== 'processing')).toEqual([])
    expect(await untilQuiet(witness.underWay, HEARD_WITHIN_MS)).toBeUndefined()
    console.log(`${purchases.length} orders, all told after ${Math.round(performance.now() - backAt)} ms`)
    for (const { email } of purchases) expect([email, await confirmations(email)]).toEqual([email, 1])
    const { invariants } = await witness.audit(false)
    expect(invariants.filter(({ violations }) => violations > 0)).toEqual([])
  },
  120_000,
)
