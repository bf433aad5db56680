import { Readable } from 'node:stream'
import type { exportProducts as contract } from '@souk/contracts/catalog'
import { answer, refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { namesOf } from '../domain/category.ts'
import { isCurrency } from '../domain/currency.ts'
import { writeNdjson } from '../domain/import/write-ndjson.ts'
import { writeShopifyCsv } from '../domain/import/write-shopify-csv.ts'
import type { Product } from '../domain/product.ts'
import { toExport } from '../domain/to-export.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

const BATCH = 200
const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' }

/** Read and sent a few hundred products at a time, by slug: the same products make the same file in any shop. */
export const exportProducts =
  (shopCurrency: string): Query<typeof contract, CatalogStore> =>
  async ({ format, currency = shopCurrency }, { store }) => {
    if (!isCurrency(currency)) return refuse('unknown_currency', { detail: `There is no ${currency}.` })
    const chunks = format === 'csv' ? await csv(currency, store) : ndjson(store)
    return answer(200, Readable.from(chunks), { 'content-type': TYPES[format] })
  }

async function csv(currency: string, store: CatalogStore): Promise<AsyncGenerator<string, void>> {
  const attributeNames = await store.listAttributeNames()
  const file = { currency, attributeNames: new Set(attributeNames) }
  const products = (async function* () {
    for await (const { product, categoryPaths } of exported(store))
      yield toExport(product, { ...file, categoryPath: categoryPaths[0] ?? [] })
  })()
  return writeShopifyCsv(products, { currency, attributeNames })
}

async function* ndjson(store: CatalogStore): AsyncGenerator<string, void> {
  for await (const { product, categoryPaths } of exported(store)) yield writeNdjson(product, categoryPaths)
}

async function* exported(
  store: CatalogStore,
): AsyncGenerator<{ product: Product; categoryPaths: string[][] }, void> {
  const categories = new Map((await store.listCategories()).map((category) => [category.id, category]))
  for (let after = ''; ; ) {
    const products = await store.listBySlug(after, BATCH)
    for (const product of products) {
      const filedUnder = product.categories.flatMap(({ id }) => categories.get(id) ?? [])
      yield { product, categoryPaths: filedUnder.map((category) => namesOf(category, categories)) }
    }
    const last = products.at(-1)
    if (!last) return
    after = last.slug
  }
}
