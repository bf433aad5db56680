import { type Refusal, refuse } from '@souk/kit/contract'
import { unfitAttributes } from '../domain/attributes.ts'
import type { Product } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The product as it shall be, unless the definitions of its attributes do not allow what is new about it. */
export async function fitAttributes(
  before: Product | undefined,
  after: Product,
  store: CatalogStore,
): Promise<Product | Refusal<'invalid_attributes'>> {
  const unfit = unfitAttributes(before, after, await store.allAttributes())
  if (unfit.length === 0) return after
  return refuse('invalid_attributes', {
    detail: unfit.map(({ message }) => message).join('. '),
    errors: unfit.map(({ key, message }) => ({
      path: `attributes.${key}`,
      code: 'invalid_attribute',
      message,
    })),
  })
}
