import type { showProduct as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { toShopProduct } from '../domain/shop-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import type { Page } from '../store/page-cache.ts'
import { render } from './render.ts'

/** The hottest page of the shop: as long as the product stays as it is, one look into memory. */
export const showProduct =
  (shopCurrency: string): Query<typeof contract, CatalogStore> =>
  ({ idOrSlug, currency = shopCurrency }, { store }) =>
    store.pages.products.get(currency + idOrSlug) ?? loadProduct(idOrSlug, currency, store)

async function loadProduct(idOrSlug: string, currency: string, store: CatalogStore) {
  const page = await store.pages.products.load(currency + idOrSlug, () =>
    renderProduct(idOrSlug, currency, store),
  )
  return page ?? refuse('not_found', { detail: `No product ${idOrSlug} is sold in ${currency}.` })
}

async function renderProduct(
  idOrSlug: string,
  currency: string,
  store: CatalogStore,
): Promise<Page | undefined> {
  const product = await store.findPublished(idOrSlug)
  const shown = product && toShopProduct(product, currency)
  if (!shown) return undefined
  const [filedUnder] = shown.categories
  const branches = filedUnder && (await store.findBranches([filedUnder.id]))
  return render({ ...shown, breadcrumbs: branches?.get(filedUnder?.id ?? '') ?? [] }, [shown.id])
}
