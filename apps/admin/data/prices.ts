import { type Money, majorText, minorAmount } from './money.ts'

/** An amount in one currency as somebody types it. */
export interface TypedPrice {
  readonly currency: string
  readonly typed: string
}

export const typedPrices = (prices: readonly Money[]): TypedPrice[] =>
  prices.map(({ amount, currency }) => ({ currency, typed: majorText(amount, currency) }))

/** What is wrong with what was typed, in one sentence; nothing where it is an amount. */
export function faultOf({ currency, typed }: TypedPrice): string | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return 'A currency has three letters, such as EUR.'
  if (minorAmount(typed, currency) === undefined) return `This is no amount in ${currency}.`
  return undefined
}

/** The amounts typed; nothing where one of them is none, or one currency comes twice. */
export function pricesOf(rows: readonly TypedPrice[]): Money[] | undefined {
  if (new Set(rows.map(({ currency }) => currency)).size < rows.length) return undefined
  const prices: Money[] = []
  for (const { currency, typed } of rows) {
    const amount = /^[A-Z]{3}$/.test(currency) ? minorAmount(typed, currency) : undefined
    if (amount === undefined) return undefined
    prices.push({ amount, currency })
  }
  return prices
}

const USUAL = ['EUR', 'USD', 'GBP', 'CHF', 'JPY']

/** A currency not priced yet. */
export const nextCurrency = (rows: readonly TypedPrice[]): string =>
  USUAL.find((usual) => !rows.some(({ currency }) => currency === usual)) ?? ''
