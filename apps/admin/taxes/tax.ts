import type { listTaxRates, PriceMode } from '@souk/contracts/pricing'
import type { z } from 'zod'

export type TaxRate = z.infer<(typeof listTaxRates.answers)[200]>['items'][number]
export type Mode = z.infer<typeof PriceMode>
