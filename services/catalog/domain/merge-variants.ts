import type { ProductDraft, VariantDraft } from './import/draft.ts'
import { kept } from './merge-fields.ts'
import { EXEMPT, type Product, type StockPolicy, type Variant, type VariantPrice } from './product.ts'

export interface Merged {
  variants: Variant[]
  /** What is on the shelf, by id of each variant that is new. */
  onHand: Map<string, number>
  /** Variants of the product that the file does not name. */
  left: Variant[]
  /** Drafts that want another policy than their variant’s shelf was opened with. */
  otherPolicy: VariantDraft[]
}

/** The variants a product has after a file: matched by SKU, else by option values; others are left as they are. */
export function mergeVariants(
  product: Product,
  draft: ProductDraft,
  { currency, newId }: { currency: string; newId: (prefix: string) => string },
): Merged {
  const matches = match(product, draft)
  const after = new Map(product.variants.map((variant) => [variant.id, variant]))
  const onHand = new Map<string, number>()
  const otherPolicy: VariantDraft[] = []
  for (const given of draft.variants) {
    const current = matches.get(given)
    const base = current ?? blankVariant(newId('var'), given)
    const hasOptions = draft.fields.options !== undefined
    after.set(base.id, merge(base, given, { currency, hasOptions }))
    if (!current) onHand.set(base.id, given.quantity ?? 0)
    else if (policyOf(given, current.policy) !== current.policy) otherPolicy.push(given)
  }
  const named = new Set([...matches.values()].map(({ id }) => id))
  return {
    variants: [...after.values()],
    onHand,
    left: product.variants.filter(({ id }) => !named.has(id)),
    otherPolicy,
  }
}

function match({ variants }: Product, draft: ProductDraft): Map<VariantDraft, Variant> {
  const matches = new Map<VariantDraft, Variant>()
  const free = new Set(variants)
  const take = (given: VariantDraft, found: Variant | undefined) => {
    if (!found) return
    matches.set(given, found)
    free.delete(found)
  }
  const bySku = new Map(variants.map((variant) => [variant.sku, variant]))
  for (const given of draft.variants) take(given, bySku.get(given.sku))
  for (const given of draft.variants) {
    const tells = draft.fields.options !== undefined || given.skuDerived
    if (tells && !matches.has(given)) {
      take(
        given,
        [...free].find(({ options }) => hasSameValues(options, given.options)),
      )
    }
  }
  return matches
}

function hasSameValues(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => a[name]?.toLowerCase() === b[name]?.toLowerCase())
  )
}

const blankVariant = (id: string, given: VariantDraft): Variant => ({
  id,
  sku: given.sku,
  title: '',
  options: given.options,
  prices: {},
  policy: policyOf(given, 'deny'),
  availability: 'out_of_stock',
  listPrices: [],
  barcode: '',
  taxClass: 'standard',
  taxCode: '',
  requiresShipping: true,
  imageUrl: '',
})

function merge(
  variant: Variant,
  given: VariantDraft,
  { currency, hasOptions }: { currency: string; hasOptions: boolean },
): Variant {
  const weightGrams = given.weightGrams ?? variant.weightGrams
  return {
    ...variant,
    sku: given.skuDerived ? variant.sku : given.sku,
    title: kept(given.title, variant.title),
    options: hasOptions ? given.options : variant.options,
    prices: given.prices ?? mergePrice(variant.prices, given, currency),
    ...(weightGrams !== undefined && { weightGrams }),
    barcode: kept(given.barcode, variant.barcode),
    taxClass: given.taxClass ?? taxClassAfter(given.taxable, variant.taxClass),
    taxCode: kept(given.taxCode, variant.taxCode),
    requiresShipping: given.requiresShipping ?? variant.requiresShipping,
    imageUrl: given.imageUrl ?? variant.imageUrl,
  }
}

/** The price of one currency; those of others stay. */
function mergePrice(
  prices: Record<string, VariantPrice>,
  { price, compareAtPrice }: VariantDraft,
  currency: string,
): Record<string, VariantPrice> {
  const before = prices[currency]
  const amount = price ?? before?.amount
  if (amount === undefined) return prices
  const compareAt = compareAtPrice === undefined ? before?.compareAt : (compareAtPrice ?? undefined)
  return { ...prices, [currency]: { amount, ...(compareAt !== undefined && { compareAt }) } }
}

function policyOf({ tracked, policy }: VariantDraft, current: StockPolicy): StockPolicy {
  if (tracked === false) return 'untracked'
  if (tracked === undefined && current === 'untracked') return current
  if (policy === undefined) return current === 'untracked' ? 'deny' : current
  return policy === 'continue' ? 'backorder' : 'deny'
}

function taxClassAfter(taxable: boolean | undefined, current: string): string {
  if (taxable === undefined) return current
  if (!taxable) return EXEMPT
  return current === EXEMPT ? 'standard' : current
}
