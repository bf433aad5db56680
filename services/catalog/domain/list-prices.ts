import type { PriceListEntry } from '@souk/contracts/catalog'
import { isCurrency } from './currency.ts'

/** How many prices a variant has at most, in all lists together. */
export const MOST_LIST_PRICES = 100

/** What does not go together in prices to be set, if anything. */
export function discordOf(prices: readonly PriceListEntry[]): string | undefined {
  const seen = new Set<string>()
  for (const { sku, currency, minQuantity } of prices) {
    if (!isCurrency(currency)) return `there is no currency ${currency}`
    const key = JSON.stringify([sku, currency, minQuantity])
    if (seen.has(key)) return `there are two prices for ${minQuantity} of ${sku} in ${currency}`
    seen.add(key)
  }
  return undefined
}

/** A price of a list by which a page begins. */
export interface PricePlace {
  variantId: string
  currency: string
  minQuantity: number
}

export const writePriceCursor = ({ variantId, currency, minQuantity }: PricePlace): string =>
  Buffer.from([variantId, currency, minQuantity].join(' ')).toString('base64url')

/** The place a cursor names, or nothing when it is none. */
export function readPriceCursor(cursor: string): PricePlace | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [, variantId, currency, minQuantity] = /^(var_\w{26}) ([A-Z]{3}) (\d{1,3})$/.exec(text) ?? []
  return variantId && currency ? { variantId, currency, minQuantity: Number(minQuantity) } : undefined
}
