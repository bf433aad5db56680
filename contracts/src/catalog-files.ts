import { call } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency } from './money.ts'

const unknownCurrency = {
  unknown_currency: { status: 422, title: 'ISO 4217 has no such currency.' },
} as const

const Finding = z.strictObject({
  line: z.int(),
  column: z.string().optional(),
  code: z.string(),
  message: z.string(),
})

/** Counted in products; of errors and warnings the first thousand each. */
export const ImportReport = z.strictObject({
  applied: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(Finding),
  warnings: z.array(Finding.partial({ line: true })),
})
export type ImportReport = z.infer<typeof ImportReport>

export const importProducts = call('catalog.import-products', 'POST /admin/v1/products/import', {
  summary: 'Applies a product file, Shopify’s CSV or NDJSON; the same file again changes nothing.',
  access: 'staff:products:write',
  query: z.strictObject({ dryRun: z.boolean().default(false), currency: Currency.optional() }),
  upload: ['text/csv', 'application/x-ndjson', 'multipart/form-data'],
  answers: { 200: ImportReport },
  refusals: unknownCurrency,
})

export const exportProducts = call('catalog.export-products', 'GET /admin/v1/products/export', {
  summary:
    'All products, to be imported again: Shopify’s CSV with the prices of one currency, or all of each as NDJSON.',
  access: 'staff:products:read',
  query: z.strictObject({ format: z.enum(['csv', 'ndjson']).default('csv'), currency: Currency.optional() }),
  produces: 'text/csv; charset=utf-8',
  answers: { 200: z.unknown() },
  refusals: unknownCurrency,
})
