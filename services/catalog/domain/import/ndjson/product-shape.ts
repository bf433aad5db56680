import { z } from 'zod'
import { toPrices } from '../../variant-prices.ts'
import { accept, type Parsed, refuse } from '../cells/parsed.ts'
import { categoryNames, code, distinctTags, handle, longText, text, title, url } from '../cells/text-cells.ts'
import { limits } from '../limits.ts'
import { dearest, toMinorUnits } from '../money.ts'

/**
 * One line of an NDJSON product file. Everything but `handle` may be left out, and is then left alone; unknown
 * fields are refused. Money is a decimal in a string, or `{amount, currency}` in minor units. `prices` and
 * `compareAtPrices` are those of every currency, whatever the currency of the import.
 */
export function ndjsonProduct(currency: string) {
  return z.strictObject({
    handle: cell(handle),
    title: cell(title).optional(),
    descriptionHtml: cell(longText(limits.description)).optional(),
    vendor: cell(text(limits.label)).optional(),
    productType: cell(text(limits.label)).optional(),
    tags: checked(z.array(z.string()), distinctTags).optional(),
    published: z.boolean().optional(),
    status: z.enum(['active', 'draft', 'archived']).optional(),
    publishAt: time.nullable().optional(),
    unpublishAt: time.nullable().optional(),
    categoryPath: path.optional(),
    categoryPaths: z.array(path).max(limits.categories).optional(),
    seo: z
      .strictObject({
        title: cell(text(limits.label)).optional(),
        description: cell(text(limits.seoDescription)).optional(),
      })
      .optional(),
    images: z.array(ndjsonImage).max(limits.images).optional(),
    options: z.array(ndjsonOption).max(limits.options).optional(),
    attributes: z.record(cell(named), z.union([cell(text(limits.attribute)), z.null()])).optional(),
    variants: z.array(ndjsonVariant(currency)).max(limits.variants).default([]),
  })
}

function ndjsonVariant(currency: string) {
  const shape = z.strictObject({
    sku: cell(code(limits.sku)).default(''),
    options: z.record(cell(named), cell(named)).default({}),
    title: cell(text(limits.title)).optional(),
    prices: z.array(amount).max(limits.currencies).optional(),
    compareAtPrices: z.array(amount).max(limits.currencies).optional(),
    price: money(currency).optional(),
    compareAtPrice: money(currency).nullable().optional(),
    quantity: z.int().min(0).max(limits.quantity).optional(),
    policy: z.enum(['deny', 'continue']).optional(),
    tracked: z.boolean().optional(),
    weightGrams: z.int().min(0).max(limits.grams).optional(),
    barcode: cell(code(limits.code)).optional(),
    requiresShipping: z.boolean().optional(),
    taxable: z.boolean().optional(),
    taxClass: cell(text(40)).optional(),
    taxCode: cell(text(limits.code)).optional(),
    imageUrl: cell(url).optional(),
  })
  return shape.transform(({ prices, compareAtPrices, ...cells }, context) => {
    if (!prices) return cells
    const priced = toPrices(prices, compareAtPrices ?? [])
    if (priced.ok) return { ...cells, prices: priced.prices }
    context.addIssue({
      code: 'custom',
      message: priced.message,
      params: { code: priced.code },
      path: ['prices'],
    })
    return z.NEVER
  })
}

const path = checked(z.array(z.string()), categoryNames)

/** Years a database knows. */
const time = z.iso
  .datetime()
  .regex(/^[12]\d{3}-/)
  .transform((given) => new Date(given).toISOString())

const amount = z.strictObject({ amount: z.int().min(0).max(dearest), currency: z.string() })

const ndjsonImage = z.strictObject({
  url: cell((address) =>
    address.trim() === '' ? refuse('invalid_url', 'an image has an address') : url(address),
  ),
  alt: cell(text(limits.alt)).default(''),
  position: z.int().min(1).optional(),
})

const ndjsonOption = z.strictObject({ name: cell(named), values: z.array(cell(named)).default([]) })

function named(name: string): Parsed<string> {
  return name.trim() === '' ? refuse('blank', 'must not be blank') : text(limits.label)(name)
}

function money(currency: string) {
  const given = z.union([z.string(), amount])
  return checked(given, (price): Parsed<number> => {
    if (typeof price === 'string') return toMinorUnits(price, currency)
    if (price.currency === currency) return accept(price.amount)
    return refuse('currency_mismatch', `this import is in ${currency}, not in ${price.currency.slice(0, 10)}`)
  })
}

function cell<T>(parse: (text: string) => Parsed<T>) {
  return checked(z.string(), parse)
}

/** Lets the rules of the CSV's cells judge a value of the right shape; their code travels in the issue. */
function checked<In, T>(shape: z.ZodType<In>, parse: (value: In) => Parsed<T>) {
  return shape.transform((value, context) => {
    const parsed = parse(value)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: parsed.message, params: { code: parsed.code } })
    return z.NEVER
  })
}
