import { showVariants } from '@souk/contracts/catalog'
import type { QueryRoom } from '@souk/kit/service'
import type { Cart } from '../domain/cart.ts'
import type { Variant, Variants } from '../domain/variant.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { answered } from './answered.ts'

/** The variants of a cart's lines from our copy; what the copy lacks is asked of catalog. */
export async function variantsOf({ lines }: Cart, room: QueryRoom<CartsStore>): Promise<Variants> {
  const ids = lines.map(({ variantId }) => variantId)
  const known = await room.store.findVariants(ids)
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length === 0) return known
  await fetchVariants({ variantIds: missing }, room)
  return await room.store.findVariants(ids)
}

export interface Wanted {
  variantId?: string | undefined
  sku?: string | undefined
}

/** One variant by id or SKU; catalog is asked only for one never heard of. */
export async function findVariant(wanted: Wanted, room: QueryRoom<CartsStore>): Promise<Variant | undefined> {
  const known = await inCopy(wanted, room.store)
  if (known) return known
  const { variantId, sku } = wanted
  await fetchVariants({ ...(variantId && { variantIds: [variantId] }), ...(sku && { skus: [sku] }) }, room)
  return await inCopy(wanted, room.store)
}

async function inCopy({ variantId, sku }: Wanted, store: CartsStore): Promise<Variant | undefined> {
  if (variantId) return (await store.findVariants([variantId])).get(variantId)
  return sku ? await store.findVariantBySku(sku) : undefined
}

async function fetchVariants(
  asked: { variantIds?: string[]; skus?: string[] },
  { ask, store }: QueryRoom<CartsStore>,
): Promise<void> {
  const { items } = answered(await ask(showVariants, asked))
  if (items.length > 0) await store.addVariants(items)
}
