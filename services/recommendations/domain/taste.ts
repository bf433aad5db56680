import { days } from '@souk/kit/runtime'

/** An order this old says half as much of what goes together as one of today. */
export const HALF_LIFE_MS = days(45)
/** What is older says a sixteenth, and is forgotten. */
export const KEPT_MS = days(180)
/** So many of the latest orders of a product are looked at: beyond that its taste is known. */
export const ORDERS_READ = 300
/** The first so many SKUs of an order are kept: a wholesaler's list says little of any two things on it. */
export const SKUS_KEPT = 50
/** Orders a pair is believed by half after. */
const DOUBT = 2

/** What one order bought, by products. */
export interface Purchase {
  /** Milliseconds since 1970, as everywhere here. */
  readonly confirmedAt: number
  readonly productIds: readonly string[]
}

export interface Companion {
  readonly productId: string
  /** What it goes with best. */
  readonly because: string
  readonly score: number
}

export interface Taste {
  readonly purchases: readonly Purchase[]
  /** Orders with that product, each by its weight; 0 where not known. */
  readonly demandFor: (productId: string) => number
  readonly now: number
}

/** How much an order still says: 1 now, ½ a half-life ago. */
export const weightOf = (confirmedAt: number, now: number): number =>
  0.5 ** (Math.max(0, now - confirmedAt) / HALF_LIFE_MS)

/**
 * What is bought together with any of these, the best first.
 *
 * Scored by cosine similarity, `together / √(demand of one × demand of the other)`: what everybody buys is in many
 * orders with everything, so being with this product says little of it. Shrunk by `together / (together + 2)`, so that
 * one odd order does not look like a habit.
 */
export function companionsOf(seeds: readonly string[], taste: Taste): Companion[] {
  const best = new Map<string, Companion>()
  for (const because of seeds) {
    for (const [productId, together] of boughtWith(because, taste)) {
      if (seeds.includes(productId)) continue
      const companion = { productId, because, score: scoreOf({ because, productId, together }, taste) }
      if (companion.score > (best.get(productId)?.score ?? 0)) best.set(productId, companion)
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.productId < b.productId ? -1 : 1))
}

/** Weighted orders that hold both. */
function boughtWith(seed: string, { purchases, now }: Taste): Map<string, number> {
  const together = new Map<string, number>()
  for (const { confirmedAt, productIds } of purchases) {
    if (!productIds.includes(seed)) continue
    const weight = weightOf(confirmedAt, now)
    for (const other of new Set(productIds)) together.set(other, (together.get(other) ?? 0) + weight)
  }
  return together
}

/** Demand is remembered for a while: a pair nobody had bought then is in demand at least as often as it was bought. */
function scoreOf(
  { because, productId, together }: { because: string; productId: string; together: number },
  { demandFor }: Taste,
): number {
  const [one, other] = [because, productId].map((id) => Math.max(demandFor(id), together)) as [number, number]
  return (together / (together + DOUBT)) * (together / Math.sqrt(one * other))
}
