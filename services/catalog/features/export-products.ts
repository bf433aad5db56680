import type { exportProducts as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { namesOf } from '../domain/category.ts'
import { isCurrency } from '../domain/currency.ts'
import type { ExportProduct } from '../domain/import/export-product.ts'
import { writeShopifyCsv } from '../domain/import/write-shopify-csv.ts'
import { toExport } from '../domain/to-export.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

const BATCH = 200

export const exportProducts =
  (shopCurrency: string): Query<typeof contract, CatalogStore> =>
  async ({ currency = shopCurrency }, { store }) => {
    if (!isCurrency(currency)) return refuse('unknown_currency', { detail: `There is no ${currency}.` })
    const attributeNames = await store.listAttributeNames()
    const products = exported({ currency, attributeNames: new Set(attributeNames) }, store)
    const chunks = await Array.fromAsync(writeShopifyCsv(products, { currency, attributeNames }))
    return chunks.join('')
  }

/** Every product, oldest first, a few hundred at a time. */
async function* exported(
  file: { currency: string; attributeNames: ReadonlySet<string> },
  store: CatalogStore,
): AsyncGenerator<ExportProduct, void> {
  const categories = new Map((await store.listCategories()).map((category) => [category.id, category]))
  for (let after = ''; ; ) {
    const products = await store.listOldestFirst(after, BATCH)
    for (const product of products) {
      const category = categories.get(product.categories[0]?.id ?? '')
      yield toExport(product, { ...file, categoryPath: category ? namesOf(category, categories) : [] })
    }
    const last = products.at(-1)
    if (!last) return
    after = last.id
  }
}
