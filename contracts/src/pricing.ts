import { call, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Address, Sku, Totals } from './values.ts'

export const QuoteLine = z.strictObject({
  id: text(80),
  sku: Sku,
  quantity: z.int().min(1).max(999),
  unitPrice: Money,
  taxClass: text(40),
})

export const Quote = z.strictObject({
  lines: z.array(z.strictObject({ id: z.string(), discount: Money, tax: Money, total: Money })),
  taxes: z.array(z.strictObject({ name: z.string(), rate: z.string(), amount: Money })),
  totals: Totals,
  rounding: z.strictObject({ mode: z.enum(['half_even']), level: z.enum(['line']) }),
})
export type Quote = z.infer<typeof Quote>

export const quote = call('pricing.quote', 'POST /internal/pricing/quotes', {
  summary: 'What lines and delivery cost, with tax: one pure function of what is given.',
  access: 'internal',
  body: z.strictObject({
    currency: Currency,
    lines: z.array(QuoteLine).max(500),
    shipping: Money.optional(),
    shippingAddress: Address.optional(),
  }),
  answers: { 200: Quote },
})
