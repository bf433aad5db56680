import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@souk/kit/runtime'
import { cancelOrder, captureOrder, checkOut, refundOrder } from './buyer.ts'
import { newPurchase, type Purchase } from './history.ts'
import type { Shelves } from './stock.ts'
import type { Stubborn } from './stubborn.ts'

/** Shoppers who come whether the shop is quick or not, up to a number who are in it at the same time. */
export interface Crowd {
  readonly shopper: Stubborn
  readonly staff: Stubborn
  readonly shelves: Shelves
  readonly random: Random
  /** Checkouts begun per second. */
  readonly rate: number
  readonly mostAtOnce: number
}

export interface Load {
  readonly purchases: readonly Purchase[]
  inFlight(): number
  /** No one comes in any more; resolves when everybody has their answer or has given up. */
  finish(): Promise<void>
}

/** What shoppers pay with, by share: mostly a good card, and some of each trouble. */
const CARDS: readonly (readonly [token: string, share: number])[] = [
  ['tok_visa', 0.72],
  ['tok_declined', 0.07],
  ['tok_authorize', 0.09],
  ['tok_webhook_only', 0.06],
  ['tok_slow', 0.03],
  ['tok_timeout_after_charge', 0.03],
]

export function sendIn(crowd: Crowd): Load {
  const { random, rate, mostAtOnce } = crowd
  const purchases: Purchase[] = []
  const under = new Set<Promise<void>>()
  let isOpen = true
  const come = async () => {
    while (isOpen) {
      if (under.size < mostAtOnce) {
        const visit = visitShop(crowd, purchases).finally(() => under.delete(visit))
        under.add(visit)
      }
      await pause((1_000 / rate) * 2 * random.unit())
    }
  }
  const coming = come()
  return {
    purchases,
    inFlight: () => under.size,
    async finish() {
      isOpen = false
      await coming
      await Promise.all(under)
    },
  }
}

async function visitShop(crowd: Crowd, purchases: Purchase[]): Promise<void> {
  const { shopper, shelves, random } = crowd
  const email = `buyer-${purchases.length + 1}@example.com`
  const purchase = newPurchase({ email, lines: linesFor(crowd), cardToken: cardFor(random.unit()) })
  purchases.push(purchase)
  const [wish, browses] = [random.unit(), random.unit() < 0.3]
  // Who only looks may find the shop closed: nothing was promised to them.
  if (browses) await shopper.get(`/store/v1/products/${anyOf(shelves.slugs, random)}`).catch(() => undefined)
  const order = await checkOut(shopper, purchase)
  if (order) await thinkAgain(crowd, { purchase, wish })
}

/** What comes after: most are content, some cancel, some get money back, and staff take what was only authorized. */
async function thinkAgain(
  { shopper, staff, random }: Crowd,
  { purchase, wish }: { purchase: Purchase; wish: number },
): Promise<void> {
  if (wish < 0.12) return await cancelOrder(shopper, purchase)
  if (purchase.cardToken === 'tok_authorize') return await captureOrder(staff, purchase)
  if (wish < 0.24) await refundOrder(staff, purchase, 1 + Math.floor(random.unit() * 500))
}

const anyOf = (all: readonly string[], random: Random) => String(all[Math.floor(random.unit() * all.length)])

function linesFor({ shelves, random }: Crowd): Purchase['lines'] {
  const skus = new Set([anyOf(shelves.skus, random), anyOf(shelves.skus, random)])
  return [...skus].map((sku) => ({ sku, quantity: 1 + Math.floor(random.unit() * 3) }))
}

function cardFor(chance: number): string {
  let left = chance
  for (const [token, share] of CARDS) {
    left -= share
    if (left < 0) return token
  }
  return 'tok_visa'
}
