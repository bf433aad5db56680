import type { StaffProduct } from '@souk/contracts/catalog'
import { isRefusal, type Refusal } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import type { Product } from '../domain/product.ts'
import { revise } from '../domain/revise.ts'
import { toStaffProduct } from '../domain/staff-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { keepProducts } from './keep-products.ts'
import { openProduct } from './open-product.ts'

/** Makes of one product what `decide` says; where that is nothing new, nothing is stored or told. */
export async function changeProduct<R extends Refusal = never>(
  id: string,
  decide: (product: Product) => Product | R | Promise<Product | R>,
  room: FeatureRoom<CatalogStore>,
): Promise<StaffProduct | R | Refusal<'not_found' | 'version_conflict'>> {
  const before = await openProduct(id, room)
  if (isRefusal(before)) return before
  const wanted = await decide(before)
  if (isRefusal(wanted)) return wanted
  const after = revise(before, wanted, toTimestamp(room.clock.now()))
  if (after !== before) await keepProducts([{ before, after }], room)
  return toStaffProduct(after)
}
