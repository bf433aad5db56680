import type { showVariants as contract } from '@souk/contracts/catalog'
import type { Query } from '@souk/kit/service'
import { toSellable } from '../domain/sellable.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const showVariants: Query<typeof contract, CatalogStore> = async ({ variantIds, skus }, { store }) => {
  const ids = new Set(variantIds)
  const named = new Set(skus)
  const products = await store.findByVariants(variantIds, skus)
  return {
    items: products.flatMap((product) =>
      product.variants
        .filter(({ id, sku }) => ids.has(id) || named.has(sku))
        .map((variant) => toSellable(variant, product)),
    ),
  }
}
