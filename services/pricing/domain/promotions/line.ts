import type { Items } from '@souk/contracts/promotions'

/** A line as promotions see it: `left` is what it costs after those given before, in minor units. */
export interface Line {
  readonly id: string
  readonly sku: string
  readonly productId?: string | undefined
  readonly quantity: number
  readonly unitPrice: bigint
  readonly left: bigint
}

/** What is taken off each line, by its id; never more than is left of it. */
export type Off = ReadonlyMap<string, bigint>

type Selector = (line: Pick<Line, 'sku' | 'productId'>) => boolean

/** Rules stay in memory and are asked by the thousand: what they name is looked up, not searched. */
const known = new WeakMap<Items, Selector>()

export function selectorOf(items: Items): Selector {
  const made = known.get(items) ?? makeSelector(items)
  known.set(items, made)
  return made
}

function makeSelector({ skus, productIds }: Items): Selector {
  if (!skus && !productIds) return () => true
  const [bySku, byProduct] = [new Set(skus), new Set(productIds)]
  return ({ sku, productId }) => bySku.has(sku) || (productId !== undefined && byProduct.has(productId))
}

export const selected = (lines: readonly Line[], items: Items): readonly Line[] =>
  lines.filter(selectorOf(items))

export const atMost = (wanted: bigint, most: bigint): bigint => (wanted < most ? wanted : most)

/** By price, then by id: whoever is first does not depend on the order of a cart. */
export const cheapestFirst = (a: Line, b: Line): number =>
  a.unitPrice === b.unitPrice ? (a.id < b.id ? -1 : 1) : a.unitPrice < b.unitPrice ? -1 : 1
