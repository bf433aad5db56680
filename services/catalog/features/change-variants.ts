import type { StaffProduct } from '@souk/contracts/catalog'
import { isRefusal, isStale, type Refusal, refuse } from '@souk/kit/contract'
import type { ProcessRoom } from '@souk/kit/service'
import { withVariants } from '../domain/edit-product.ts'
import type { Misfit } from '../domain/misfit.ts'
import type { Product, Shelf, Variant } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'
import { refusingTaken } from './keep-products.ts'
import { openShelves, withWords } from './open-shelves.ts'

type Refused = Refusal<'not_found' | 'version_conflict' | 'slug_taken' | 'sku_taken' | Misfit['code']>

interface Plan {
  decide: (variants: readonly Variant[]) => Variant[] | Refused
  /** The shelf a SKU new to the product needs. */
  shelfOf: (variant: Variant) => Shelf
}

/**
 * Changes the variants of a product: decided once to learn which shelves are needed, so that none is opened in
 * vain, and again under the lock.
 */
export async function changeVariants(
  id: string,
  { decide, shelfOf }: Plan,
  room: ProcessRoom<CatalogStore>,
): Promise<StaffProduct | Refused> {
  const [product] = await room.store.findProducts([id])
  if (!product) return refuse('not_found', { detail: 'There is no such product.' })
  if (isStale(room.ifMatch, product.version)) return refuse('version_conflict')
  const wanted = apply(product, decide)
  if (isRefusal(wanted)) return wanted
  const added = newSkus(product, wanted)
  const taken = await findTaken(added, wanted, room.store)
  if (taken) return taken
  const opened = await openShelves(added.map(shelfOf), room)
  return refusingTaken(room.store, () =>
    room.transaction((within) =>
      changeProduct(
        id,
        async (locked) => {
          const decided = apply(locked, decide)
          return isRefusal(decided) ? decided : withWords(decided, await within.store.addWords(opened))
        },
        within,
      ),
    ),
  )
}

function apply(product: Product, decide: Plan['decide']): Product | Refused {
  const variants = decide(product.variants)
  if (isRefusal(variants)) return variants
  const decided = withVariants(product, variants)
  return decided.ok ? decided.product : refuse(decided.code, { detail: decided.message })
}

const newSkus = (before: Product, after: Product): Variant[] =>
  after.variants.filter(({ sku }) => !before.variants.some((variant) => variant.sku === sku))

async function findTaken(
  added: readonly Variant[],
  { variants }: Product,
  store: CatalogStore,
): Promise<Refused | undefined> {
  const owners = await store.findSkuOwners(added.map(({ sku }) => sku))
  const skus = variants.map(({ sku }) => sku)
  const taken = skus.find((sku, index) => owners.has(sku) || skus.indexOf(sku) !== index)
  return taken === undefined ? undefined : refuse('sku_taken', { detail: `The SKU ${taken} is taken.` })
}
