import type { StaffProduct, StaffVariant } from '@souk/contracts/catalog'
import type { z } from 'zod'

/** A product as the back office has it. */
export type Product = StaffProduct & { readonly categoryIds: readonly string[] }
export type Variant = z.infer<typeof StaffVariant>

export const STATUSES = { draft: 'Draft', published: 'Published', archived: 'Archived' } as const
