import type { Availability, SkuQuantity } from '@souk/contracts/values'
import type { Wish } from './allocate.ts'
import { available, type Item, room } from './stock.ts'

type Items = ReadonlyMap<string, Item>
type Components = readonly SkuQuantity[] | null | undefined

/** What one of a bundle was made of when an order was promised it. */
export interface PromisedBundle {
  sku: string
  components: readonly SkuQuantity[]
}

/** What lines want of the shelves: a bundle is taken apart into what it is made of. */
export const unpack = (lines: readonly SkuQuantity[], componentsOf: (sku: string) => Components): Wish[] =>
  lines.flatMap(({ sku, quantity }): Wish[] => {
    const components = componentsOf(sku)
    if (!components) return [{ sku, quantity, bundle: null }]
    return components.map((one) => ({ sku: one.sku, quantity: one.quantity * quantity, bundle: sku }))
  })

/** How many of a bundle its components make, by what `left` says of each of them. */
export const makes = (components: readonly SkuQuantity[], left: (sku: string) => number): number =>
  Math.min(...components.map(({ sku, quantity }) => Math.floor(left(sku) / quantity)))

/** How many of a bundle are there: what its scarcest component makes; what is not counted is never scarce. */
export const bundlesLeft = ({ components }: Item, items: Items): number =>
  Math.max(
    0,
    makes(components ?? [], (sku) => {
      const item = items.get(sku)
      if (!item) return 0
      return item.policy === 'untracked' ? Number.POSITIVE_INFINITY : available(item)
    }),
  )

/** The word shoppers are told of a bundle. */
export function bundleWord(bundle: Item, items: Items): Availability {
  const left = bundlesLeft(bundle, items)
  if (left > 0) return left <= bundle.lowStockThreshold ? 'low_stock' : 'in_stock'
  const owed = makes(bundle.components ?? [], (sku) => {
    const item = items.get(sku)
    return item ? room(item) : 0
  })
  return owed > 0 ? 'backorder' : 'out_of_stock'
}
