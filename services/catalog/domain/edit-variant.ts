import type { NewVariant, VariantEdit } from '@souk/contracts/catalog'
import type { Money } from '@souk/contracts/money'
import type { Misfit } from './misfit.ts'
import type { Variant } from './product.ts'
import { toPrices } from './variant-prices.ts'

type VariantDecision = { ok: true; variant: Variant } | Misfit

/** A variant as staff describe it; until the inventory has spoken it is out of stock. */
export function newVariant(given: NewVariant, id: string): VariantDecision {
  const { title = '', prices, compareAtPrices, quantity: _, weightGrams, ...rest } = given
  const priced = toPrices(prices, compareAtPrices)
  if (!priced.ok) return priced
  const weight = weightGrams === undefined ? {} : { weightGrams }
  return {
    ok: true,
    variant: { ...rest, ...weight, id, title, prices: priced.prices, availability: 'out_of_stock' },
  }
}

/** A variant with the fields given. Compare-at prices stay where their currency keeps a price. */
export function editVariant(variant: Variant, edit: VariantEdit): VariantDecision {
  const prices = edit.prices ?? amounts(variant, ({ amount }) => amount)
  const kept = amounts(variant, ({ compareAt }) => compareAt)
  const compareAt =
    edit.compareAtPrices ?? kept.filter(({ currency }) => prices.some((one) => one.currency === currency))
  const priced = toPrices(prices, compareAt)
  if (!priced.ok) return priced
  const weightGrams = edit.weightGrams ?? variant.weightGrams
  return {
    ok: true,
    variant: {
      ...variant,
      sku: edit.sku ?? variant.sku,
      title: edit.title ?? variant.title,
      options: edit.options ?? variant.options,
      prices: priced.prices,
      ...(weightGrams !== undefined && { weightGrams }),
      barcode: edit.barcode ?? variant.barcode,
      taxClass: edit.taxClass ?? variant.taxClass,
      taxCode: edit.taxCode ?? variant.taxCode,
      requiresShipping: edit.requiresShipping ?? variant.requiresShipping,
      imageUrl: edit.imageUrl ?? variant.imageUrl,
    },
  }
}

const amounts = (
  { prices }: Variant,
  of: (price: Variant['prices'][string]) => number | undefined,
): Money[] =>
  Object.entries(prices).flatMap(([currency, price]) => {
    const amount = of(price)
    return amount === undefined ? [] : [{ amount, currency }]
  })
