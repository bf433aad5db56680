import type { NewVariant, VariantEdit } from '@souk/contracts/catalog'
import type { Misfit } from './misfit.ts'
import type { Variant } from './product.ts'
import { moneysOf, toPrices } from './variant-prices.ts'

type VariantDecision = { ok: true; variant: Variant } | Misfit

/** A variant as staff describe it; until the inventory has spoken it is out of stock. */
export function newVariant(given: NewVariant, id: string): VariantDecision {
  const { title = '', prices, compareAtPrices, quantity: _, weightGrams, shippingProfile, ...named } = given
  const { barcode, taxCode, ...rest } = named
  const priced = toPrices(prices, compareAtPrices)
  if (!priced.ok) return priced
  const weight = weightGrams === undefined ? {} : { weightGrams }
  const profile = shippingProfile === undefined ? {} : { shippingProfile }
  return {
    ok: true,
    variant: {
      ...rest,
      ...weight,
      ...profile,
      id,
      title: title.trim(),
      barcode: barcode.trim(),
      taxCode: taxCode.trim(),
      prices: priced.prices,
      availability: 'out_of_stock',
      listPrices: [],
    },
  }
}

/** A variant with the fields given. Compare-at prices stay where their currency keeps a price. */
export function editVariant(variant: Variant, edit: VariantEdit): VariantDecision {
  const prices = edit.prices ?? moneysOf(variant.prices, ({ amount }) => amount)
  const kept = moneysOf(variant.prices, ({ compareAt }) => compareAt)
  const compareAt =
    edit.compareAtPrices ?? kept.filter(({ currency }) => prices.some((one) => one.currency === currency))
  const priced = toPrices(prices, compareAt)
  if (!priced.ok) return priced
  const weightGrams = edit.weightGrams ?? variant.weightGrams
  const shippingProfile = edit.shippingProfile ?? variant.shippingProfile
  return {
    ok: true,
    variant: {
      ...variant,
      sku: edit.sku ?? variant.sku,
      title: edit.title?.trim() ?? variant.title,
      options: edit.options ?? variant.options,
      prices: priced.prices,
      ...(weightGrams !== undefined && { weightGrams }),
      barcode: edit.barcode?.trim() ?? variant.barcode,
      taxClass: edit.taxClass ?? variant.taxClass,
      taxCode: edit.taxCode?.trim() ?? variant.taxCode,
      requiresShipping: edit.requiresShipping ?? variant.requiresShipping,
      ...(shippingProfile !== undefined && { shippingProfile }),
      imageUrl: edit.imageUrl ?? variant.imageUrl,
    },
  }
}
