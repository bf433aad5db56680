import type { StockLevel } from '@souk/contracts/inventory'
import type { z } from 'zod'

/** What there is of a SKU, as the back office has it. */
export type Level = z.infer<typeof StockLevel> & { readonly id: string }
