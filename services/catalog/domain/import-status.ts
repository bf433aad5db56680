import type { ProductFields } from './import/draft.ts'
import type { ProductStatus } from './product.ts'

/** Where a file puts a product: on sale unless it says otherwise; a file that is silent moves nothing. */
export function statusAfter(
  { status, published }: Pick<ProductFields, 'status' | 'published'>,
  current: ProductStatus | undefined,
): ProductStatus {
  if (status === 'archived' || status === 'draft') return status
  if (published === false) return status === undefined && current === 'archived' ? 'archived' : 'draft'
  if (status === 'active' || published === true) return 'published'
  return current ?? 'published'
}
