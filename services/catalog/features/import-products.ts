import { Readable } from 'node:stream'
import type { importProducts as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { isCurrency } from '../domain/currency.ts'
import { sanitised } from '../domain/description.ts'
import { pathKeyOf } from '../domain/file-under.ts'
import type { ProductDraft } from '../domain/import/draft.ts'
import type { ImportItem } from '../domain/import/import-item.ts'
import { type OpenReport, openReport } from '../domain/import-report.ts'
import type { Prepared } from '../domain/plan-import.ts'
import type { CategoryRef } from '../domain/product.ts'
import { readProductFile } from '../domain/product-file.ts'
import { slugOfHandle } from '../domain/slug.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { type FileCategories, fileCategories } from './file-categories.ts'
import { importBatch, type Run } from './import-batch.ts'

const BATCH_PRODUCTS = 100
/** A batch asks the inventory for its shelves in one call, which takes 5,000. */
const BATCH_VARIANTS = 2_000

/** Reads the file as it comes and applies it batch by batch; what is applied stays, whatever comes after. */
export const importProducts =
  (shopCurrency: string): Process<typeof contract, CatalogStore> =>
  async ({ dryRun, currency = shopCurrency }, room) => {
    if (!isCurrency(currency)) return refuse('unknown_currency', { detail: `There is no ${currency}.` })
    const report = openReport()
    const apply = applier({ dryRun, currency }, room)
    for await (const batch of inBatches(readProductFile(fileOf(room), currency), report)) {
      for (const plan of await apply(batch)) report.done(plan)
    }
    return report.close()
  }

/** The products of a file in lots of bounded size; what else is read of it goes into the report. */
async function* inBatches(
  items: AsyncIterable<ImportItem>,
  report: OpenReport,
): AsyncGenerator<ProductDraft[], void> {
  let batch: ProductDraft[] = []
  let variants = 0
  for await (const item of items) {
    if (item.kind !== 'product') {
      report.read(item)
      continue
    }
    const added = item.draft.variants.length
    if (batch.length === BATCH_PRODUCTS || (batch.length > 0 && variants + added > BATCH_VARIANTS)) {
      yield batch
      batch = []
      variants = 0
    }
    batch.push(item.draft)
    variants += added
  }
  if (batch.length > 0) yield batch
}

const fileOf = ({ upload }: ProcessRoom<CatalogStore>) => ({
  contentType: upload?.contentType ?? '',
  chunks: upload?.stream ?? Readable.from([]),
})

function applier(run: Run, room: ProcessRoom<CatalogStore>) {
  const categories = fileCategories(run.dryRun, room)
  return async (batch: readonly ProductDraft[]) => importBatch(await prepare(batch, categories), run, room)
}

async function prepare(batch: readonly ProductDraft[], categories: FileCategories): Promise<Prepared[]> {
  const known = await categories(
    batch.flatMap(({ fields }) => fields.categoryPaths ?? (fields.categoryPath ? [fields.categoryPath] : [])),
  )
  const categoryOf = (path: readonly string[] | undefined) => {
    if (path === undefined) return undefined
    const found = known.get(pathKeyOf(path))
    return found ? { id: found.id, slug: found.slug, name: found.name } : null
  }
  return batch.map((draft) => ({
    draft,
    slug: slugOfHandle(draft.handle),
    description: draft.fields.descriptionHtml && sanitised(draft.fields.descriptionHtml),
    category: categoryOf(draft.fields.categoryPath),
    categories: distinct(draft.fields.categoryPaths?.flatMap((path) => categoryOf(path) ?? [])),
  }))
}

const distinct = (categories: CategoryRef[] | undefined): CategoryRef[] | undefined =>
  categories && [...new Map(categories.map((category) => [category.id, category])).values()]
