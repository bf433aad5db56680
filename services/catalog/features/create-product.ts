import type { createProduct as contract } from '@souk/contracts/catalog'
import { answer, isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { newProduct } from '../domain/edit-product.ts'
import type { Product } from '../domain/product.ts'
import { slugCandidates, slugify } from '../domain/slug.ts'
import { toStaffProduct } from '../domain/staff-product.ts'
import type { Words } from '../store/availability-store.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { findCategories } from './find-categories.ts'
import { fitAttributes } from './fit-attributes.ts'
import { keepProducts, refusingTaken } from './keep-products.ts'
import { openShelves, withWords } from './open-shelves.ts'

/** Shelves first, then the product: what is on sale has stock to look at. */
export const createProduct: Process<typeof contract, CatalogStore> = async (input, room) => {
  const { store, ids, clock } = room
  const slug = input.slug ?? (await freeSlug(input.title, store))
  const now = toTimestamp(clock.now())
  const decided = newProduct(input, { slug, now, newId: (prefix) => ids.next(prefix) })
  if (!decided.ok) return refuse(decided.code, { detail: decided.message })
  const fitting = await fitAttributes(undefined, decided.product, store)
  if (isRefusal(fitting)) return fitting
  const taken = await findTaken(decided.product, store)
  if (taken) return taken
  const shelves = input.variants.map(({ sku, quantity, policy }) => ({ sku, onHand: quantity, policy }))
  const words = await openShelves(shelves, room)
  return refusingTaken(store, () =>
    room.transaction((within) =>
      storeProduct(decided.product, { words, categoryIds: input.categoryIds ?? [] }, within),
    ),
  )
}

async function storeProduct(
  product: Product,
  { words, categoryIds }: { words: Words; categoryIds: string[] },
  room: FeatureRoom<CatalogStore>,
) {
  await room.store.holdTree()
  const categories = await findCategories(categoryIds, room.store)
  if (!Array.isArray(categories)) return categories
  const after = withWords({ ...product, categories }, await room.store.addWords(words))
  await keepProducts([{ before: undefined, after }], room)
  return answer(201, toStaffProduct(after))
}

async function freeSlug(title: string, store: CatalogStore): Promise<string> {
  const candidates = slugCandidates(slugify(title))
  const taken = await store.findTakenSlugs(candidates)
  return candidates.find((slug) => !taken.has(slug)) ?? slugify(title)
}

/** Looked up before shelves are opened; the database has the last word when two come at once. */
async function findTaken(
  { slug, variants }: Product,
  store: CatalogStore,
): Promise<Refusal<'slug_taken' | 'sku_taken'> | undefined> {
  const skus = variants.map(({ sku }) => sku)
  const [slugs, owners] = await Promise.all([store.findTakenSlugs([slug]), store.findSkuOwners(skus)])
  if (slugs.has(slug)) return refuse('slug_taken', { detail: `The slug ${slug} is taken.` })
  const twice = skus.find((sku, index) => owners.has(sku) || skus.indexOf(sku) !== index)
  return twice === undefined ? undefined : refuse('sku_taken', { detail: `The SKU ${twice} is taken.` })
}
