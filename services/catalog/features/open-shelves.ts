import { registerStock } from '@souk/contracts/inventory'
import type { ProcessRoom } from '@souk/kit/service'
import type { Product, Shelf } from '../domain/product.ts'
import type { Words } from '../store/availability-store.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** Has the inventory open shelves, known ones staying as they are; answers what shoppers are told of each. */
export async function openShelves(
  shelves: readonly Shelf[],
  { ask }: Pick<ProcessRoom<CatalogStore>, 'ask'>,
): Promise<Words> {
  if (shelves.length === 0) return new Map()
  const opened = await ask(registerStock, { items: [...shelves] })
  if (!opened.ok) throw new Error(`the inventory opened no shelves: ${opened.refusal.code}`)
  return new Map(opened.body.items.map(({ sku, availability }) => [sku, availability]))
}

/** A product whose variants say what their shelves do. */
export const withWords = (product: Product, words: Words): Product => ({
  ...product,
  variants: product.variants.map((variant) => ({
    ...variant,
    availability: words.get(variant.sku) ?? variant.availability,
  })),
})
