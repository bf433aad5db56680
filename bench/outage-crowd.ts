import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '@souk/kit/runtime'
import { checkOut } from '../e2e/faults/buyer.ts'
import { newPurchase, type Purchase } from '../e2e/faults/history.ts'
import type { Shelves } from '../e2e/faults/stock.ts'
import { stubborn } from '../e2e/faults/stubborn.ts'

/** A checkout, and the tries that brought no answer at all. */
export interface Visit {
  readonly purchase: Purchase
  readonly misses: readonly string[]
}

interface Crowd {
  readonly url: string
  readonly shelves: Shelves
  /** Checkouts begun per second, evenly. */
  readonly rate: number
}

const MOST_AT_ONCE = 50
const PATIENCE_MS = 60_000

/** Nobody comes twice: a second visit with the same keys would be given the first one's answers. */
let visitors = 0

/** One after the other comes in, however long the shop takes, as long as there is room for one more. */
export function letIn({ url, shelves, rate }: Crowd) {
  const visits: Visit[] = []
  const inside = new Set<Promise<unknown>>()
  let isOpen = true
  const visit = async (number: number) => {
    const misses: string[] = []
    const sku = String(shelves.skus[number % shelves.skus.length])
    const email = `outage-${number}@example.com`
    const purchase = newPurchase({ email, lines: [{ sku, quantity: 1 }], cardToken: 'tok_visa' })
    visits.push({ purchase, misses })
    const missed = (why: string) => void misses.push(why)
    await checkOut(stubborn({ url, random: seededRandom(number), patienceMs: PATIENCE_MS, missed }), purchase)
  }
  const begun = performance.now()
  const come = async () => {
    for (let turn = 1; isOpen; turn++) {
      if (inside.size < MOST_AT_ONCE) {
        const one: Promise<unknown> = visit(visitors++).finally(() => inside.delete(one))
        inside.add(one)
      }
      await pause(Math.max(0, begun + (turn * 1_000) / rate - performance.now()))
    }
  }
  const coming = come()
  return {
    visits,
    async finish() {
      isOpen = false
      await coming
      await Promise.all(inside)
    },
  }
}

/** Answered at the first asking, by an order or by the word that one is being decided. */
export const wasAccepted = ({ purchase, misses }: Visit): boolean =>
  purchase.outcome === 'acknowledged' && misses.every((why) => why === 'processing')
