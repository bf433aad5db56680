import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom, Room } from '@souk/kit/service'
import { type Plan, type Prepared, planImport } from '../domain/plan-import.ts'
import type { Product, Shelf } from '../domain/product.ts'
import type { Words } from '../store/availability-store.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { keepProducts } from './keep-products.ts'
import { openShelves, withWords } from './open-shelves.ts'

export interface Run {
  currency: string
  dryRun: boolean
}

const ATTEMPTS = 3

/**
 * Applies products of a file in one transaction. When the database refuses one, each is applied alone, so that
 * the others get in; one refused again and again (somebody else was faster, or its data cannot be kept) is
 * rejected with the database's reason.
 */
export async function importBatch(
  batch: readonly Prepared[],
  run: Run,
  room: ProcessRoom<CatalogStore>,
): Promise<Plan[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyBatch(batch, run, room)
    } catch (fault) {
      if (!isOfData(fault)) throw fault
      if (batch.length > 1) return await importSingly(batch, run, room)
      if (attempt === ATTEMPTS) return batch.map((one) => rejection(one, fault))
    }
  }
}

async function importSingly(batch: readonly Prepared[], run: Run, room: ProcessRoom<CatalogStore>) {
  const plans: Plan[] = []
  for (const one of batch) plans.push(...(await importBatch([one], run, room)))
  return plans
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
const isOfData = (fault: unknown): fault is Error =>
  fault instanceof Error && /^2[23]/.test(String((fault as { code?: unknown }).code))

const rejection = ({ draft }: Prepared, { message }: Error): Plan => ({
  kind: 'rejected',
  errors: [{ line: draft.line, code: 'not_stored', message }],
  warnings: [],
})

/** Planned once to learn which shelves are needed and what is the same as before, and again under the lock. */
async function applyBatch(
  batch: readonly Prepared[],
  run: Run,
  room: ProcessRoom<CatalogStore>,
): Promise<Plan[]> {
  const plans = await plan(batch, { run, room, products: await room.store.findBySlugs(slugsOf(batch)) })
  const due = batch.filter((_, index) => plans[index]?.kind === 'applied')
  if (run.dryRun || due.length === 0) return plans
  const applied = await applyDue(due, { run, shelves: shelvesOf(plans), room })
  const bySlug = new Map(due.map(({ slug }, index) => [slug, applied[index]]))
  return plans.map((planned, index) => bySlug.get(batch[index]?.slug ?? '') ?? planned)
}

async function applyDue(
  due: readonly Prepared[],
  { run, shelves, room }: { run: Run; shelves: Shelf[]; room: ProcessRoom<CatalogStore> },
): Promise<Plan[]> {
  const words = new Map(await openShelves(shelves, room))
  const done = await room.transaction((within) => store(due, { run, words }, within))
  if (done.plans) return done.plans
  // Somebody changed a product between the two plans in such a way that it needs more shelves.
  return await applyDue(due, { run, shelves: [...shelves, ...done.missing], room })
}

async function store(
  due: readonly Prepared[],
  { run, words }: { run: Run; words: Words },
  room: FeatureRoom<CatalogStore>,
): Promise<{ plans: Plan[]; missing?: never } | { plans?: never; missing: Shelf[] }> {
  const [, products] = await Promise.all([room.store.holdTree(), room.store.lockBySlugs(slugsOf(due))])
  const plans = await plan(due, { run, room, products })
  const missing = shelvesOf(plans).filter(({ sku }) => !words.has(sku))
  if (missing.length > 0) return { missing }
  const known = await room.store.addWords(words)
  const changes = plans.flatMap((one) =>
    one.kind === 'applied' ? [{ before: one.before, after: withWords(one.after, known) }] : [],
  )
  if (changes.length > 0) await keepProducts(changes, room)
  return { plans }
}

async function plan(
  batch: readonly Prepared[],
  { run, room, products }: { run: Run; room: Room<CatalogStore>; products: readonly Product[] },
): Promise<Plan[]> {
  const skus = batch.flatMap(({ draft }) => draft.variants.map(({ sku }) => sku))
  const [owners, definitions] = await Promise.all([
    room.store.findSkuOwners(skus),
    room.store.allAttributes(),
  ])
  const bySlug = new Map(products.map((product) => [product.slug, product]))
  const now = toTimestamp(room.clock.now())
  const newId = (prefix: string) => room.ids.next(prefix)
  return batch.map((one) =>
    planImport(one, {
      product: bySlug.get(one.slug),
      owners,
      definitions,
      currency: run.currency,
      now,
      newId,
    }),
  )
}

const slugsOf = (batch: readonly Prepared[]): string[] => batch.map(({ slug }) => slug)

const shelvesOf = (plans: readonly Plan[]): Shelf[] =>
  plans.flatMap((one) => (one.kind === 'applied' ? one.shelves : []))
