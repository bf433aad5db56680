import type { Attribute, showWholeProducts as contract } from '@souk/contracts/catalog'
import type { Query } from '@souk/kit/service'
import { filtersOf } from '../domain/filters.ts'
import type { CategoryRef, Product } from '../domain/product.ts'
import { toShopProduct } from '../domain/shop-product.ts'
import { currenciesOf } from '../domain/shown-price.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const showWholeProducts: Query<typeof contract, CatalogStore> = async ({ productIds }, { store }) => {
  const [products, definitions] = await Promise.all([store.findProducts(productIds), store.allAttributes()])
  const filed = products.flatMap(({ categories }) => categories.map(({ id }) => id))
  const branches = await store.findBranches([...new Set(filed)])
  return { items: products.flatMap((product) => whole(product, { branches, definitions }) ?? []) }
}

interface Known {
  branches: ReadonlyMap<string, CategoryRef[]>
  definitions: readonly Attribute[]
}

function whole(product: Product, { branches, definitions }: Known) {
  const currencies = new Set(product.variants.flatMap(currenciesOf))
  const pages = [...currencies].flatMap((currency) => toShopProduct(product, currency) ?? [])
  if (product.status !== 'published' || pages.length === 0) return undefined
  const above = product.categories.flatMap(({ id }) => branches.get(id) ?? [])
  const foundUnder = [...new Map(above.map((category) => [category.id, category])).values()]
  return {
    ...{ productId: product.id, version: product.version, pages, foundUnder },
    narrowedBy: filtersOf(product, definitions),
  }
}
