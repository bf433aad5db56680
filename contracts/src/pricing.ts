import { call, nothing, page, pageQuery, text, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Explained, Given, NamedCode, Percent } from './promotions.ts'
import { Address, Country, CustomerId, Email, GroupKey, ProductId, Sku, Totals } from './values.ts'

export const QuoteLine = z.strictObject({
  id: text(80),
  sku: Sku,
  productId: ProductId.optional(),
  quantity: z.int().min(1).max(999),
  unitPrice: Money,
  taxClass: text(40),
})

/** How tax is rounded, and what is rounded: each line, or what lines of one rate add up to, shared by them exactly. */
export const Rounding = z.strictObject({
  mode: z.enum(['half_even', 'half_up', 'half_down']),
  level: z.enum(['line', 'order']),
})
export type Rounding = z.infer<typeof Rounding>

/**
 * A tax's `rate` is a percentage as decimal text: `7.25`. A line's `total` has tax in it when `totals.taxIncluded`, and
 * what promotions take off is off already, as it is off `totals.shipping`. Quotes of carts that were frozen before there
 * were promotions name none. `reverseCharge`: the buyer owes the tax and not the shop; then a line’s `unitPrice` is what is
 * left of its price without any.
 */
export const Quote = z.strictObject({
  lines: z.array(
    z.strictObject({
      id: z.string(),
      unitPrice: Money.optional(),
      discount: Money,
      tax: Money,
      total: Money,
    }),
  ),
  taxes: z.array(z.strictObject({ name: z.string(), rate: z.string(), amount: Money })),
  totals: Totals,
  promotions: z.array(Given).optional(),
  codes: z.array(NamedCode).optional(),
  explanation: z.array(Explained).optional(),
  rounding: Rounding,
  reverseCharge: z.boolean().optional(),
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
    /** Of a business in the European Union, with its country first: `DE136695976`. */
    taxId: z
      .string()
      .regex(/^[A-Z]{2}[A-Z0-9+*]{2,13}$/)
      .optional(),
    codes: z.array(text(40)).max(10).optional(),
    /** Whose uses of a promotion count, and whose groups, where they are known. */
    buyer: z
      .strictObject({
        customerId: CustomerId.nullable(),
        email: Email.optional(),
        customerGroups: z.array(GroupKey).max(50).optional(),
      })
      .optional(),
    /** To be told of every promotion what became of it, and why. */
    explain: z.boolean().optional(),
    /** For units that are added to what was bought before: no promotion counts twice. */
    withoutPromotions: z.boolean().optional(),
  }),
  answers: { 200: Quote },
  refusals: { amount_too_large: { status: 422, title: 'That is more than an order can hold.' } },
})

const TaxRateId = typeId('tax')
const taxRateFields = {
  country: Country,
  taxClass: text(40),
  name: text(120),
  rate: Percent,
}
const Priority = z.int().min(0).max(1_000)
/** How postal codes begin, without spaces. */
const PostalCode = z.string().regex(/^[A-Z0-9-]{1,12}$/)

/**
 * One rate decides per line: of those that fit, the highest priority, then the longest postal code, then the region's
 * before the country's.
 */
export const TaxRate = z.strictObject({
  id: TaxRateId,
  ...taxRateFields,
  region: z.string().nullable(),
  postalCode: z.string().nullable().optional(),
  priority: z.int(),
  version: z.int(),
})

export const listTaxRates = call('pricing.list-tax-rates', 'GET /admin/v1/tax-rates', {
  summary: 'Which taxes are charged where.',
  access: 'staff:pricing:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(TaxRate) },
})

const taxRateRefusals = {
  tax_rate_exists: { status: 409, title: 'There is a rate for this case already.' },
} as const

export const addTaxRate = call('pricing.add-tax-rate', 'POST /admin/v1/tax-rates', {
  summary: 'Adds a tax rate; quotes follow at once.',
  access: 'staff:pricing:write',
  body: z.strictObject({
    ...taxRateFields,
    region: text(20).optional(),
    postalCode: PostalCode.optional(),
    priority: Priority.default(0),
  }),
  answers: { 201: TaxRate },
  refusals: taxRateRefusals,
  idempotency: 'accepted',
})

export const changeTaxRate = call('pricing.change-tax-rate', 'PATCH /admin/v1/tax-rates/{id}', {
  summary: 'Changes a tax rate; orders already placed keep theirs.',
  access: 'staff:pricing:write',
  params: z.strictObject({ id: TaxRateId }),
  body: z.strictObject({
    country: Country.optional(),
    region: text(20).nullable().optional(),
    postalCode: PostalCode.nullable().optional(),
    taxClass: text(40).optional(),
    name: text(120).optional(),
    rate: Percent.optional(),
    priority: Priority.optional(),
  }),
  answers: { 200: TaxRate },
  refusals: taxRateRefusals,
})

export const removeTaxRate = call('pricing.remove-tax-rate', 'DELETE /admin/v1/tax-rates/{id}', {
  summary: 'Takes a tax rate away.',
  access: 'staff:pricing:write',
  params: z.strictObject({ id: TaxRateId }),
  answers: { 204: nothing },
})

/** How the prices of a currency are meant: with tax in them or without, where they are taxed while the address is not known, and how tax is rounded. */
export const PriceMode = z.strictObject({
  currency: Currency,
  taxIncluded: z.boolean(),
  homeCountry: Country.nullable(),
  rounding: Rounding,
  version: z.int(),
})
export type PriceMode = z.infer<typeof PriceMode>

export const listPriceModes = call('pricing.list-price-modes', 'GET /admin/v1/price-modes', {
  summary: 'How the prices of each currency are meant.',
  access: 'staff:pricing:read',
  answers: { 200: page(PriceMode) },
})

export const setPriceMode = call('pricing.set-price-mode', 'PUT /admin/v1/price-modes/{currency}', {
  summary: 'Says how prices of a currency are meant; orders already placed keep theirs.',
  access: 'staff:pricing:write',
  params: z.strictObject({ currency: Currency }),
  body: z.strictObject({ taxIncluded: z.boolean(), homeCountry: Country.nullable(), rounding: Rounding }),
  answers: { 200: PriceMode },
})
