import { z } from 'zod'
import { accept, type Parsed, refuse } from '../cells/parsed.ts'
import { categoryNames, code, distinctTags, handle, longText, text, title, url } from '../cells/text-cells.ts'
import { limits } from '../limits.ts'
import { dearest, toMinorUnits } from '../money.ts'

/**
 * One line of an NDJSON product file. Everything but `handle` may be left out, and is then left alone; unknown
 * fields are refused. Money is a decimal in a string, or `{amount, currency}` in minor units.
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
    categoryPath: checked(z.array(z.string()), categoryNames).optional(),
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
  return z.strictObject({
    sku: cell(code(limits.sku)).default(''),
    options: z.record(cell(named), cell(named)).default({}),
    price: money(currency).optional(),
    compareAtPrice: money(currency).nullable().optional(),
    quantity: z.int().min(0).max(limits.quantity).optional(),
    policy: z.enum(['deny', 'continue']).optional(),
    tracked: z.boolean().optional(),
    weightGrams: z.int().min(0).max(limits.grams).optional(),
    barcode: cell(code(limits.code)).optional(),
    requiresShipping: z.boolean().optional(),
    taxable: z.boolean().optional(),
    taxCode: cell(text(limits.code)).optional(),
    imageUrl: cell(url).optional(),
  })
}

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
  const given = z.union([
    z.string(),
    z.strictObject({ amount: z.int().min(0).max(dearest), currency: z.string() }),
  ])
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
