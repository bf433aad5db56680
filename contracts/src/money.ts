import { z } from 'zod'

/** ISO 4217, upper case. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)
export type Currency = z.infer<typeof Currency>

const withoutMinorUnit = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const inThousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** How many decimals ISO 4217 gives the currency: 0, 2 or 3. */
export function exponentOf(currency: Currency): number {
  if (withoutMinorUnit.has(currency)) return 0
  return inThousandths.has(currency) ? 3 : 2
}

/** Integer minor units of a currency; never a float. */
export const Money = z.strictObject({
  amount: z.int().min(-9_000_000_000_000).max(9_000_000_000_000),
  currency: Currency,
})
export type Money = z.infer<typeof Money>

/** What one pays: never below zero. */
export const Price = z.strictObject({ amount: z.int().min(0).max(9_000_000_000), currency: Currency })

export const money = (amount: number, currency: Currency): Money => ({ amount, currency })
export const zero = (currency: Currency): Money => ({ amount: 0, currency })

/** Adds amounts of one currency; mixing currencies is a bug and throws. */
export function sum(currency: Currency, amounts: readonly Money[]): Money {
  let total = 0
  for (const one of amounts) {
    if (one.currency !== currency) throw new Error(`cannot add ${one.currency} to ${currency}`)
    total += one.amount
  }
  return { amount: total, currency }
}

export const plus = (a: Money, b: Money): Money => sum(a.currency, [a, b])
export const minus = (a: Money, b: Money): Money => sum(a.currency, [a, { ...b, amount: -b.amount }])
export const times = (a: Money, count: number): Money => ({ ...a, amount: a.amount * count })

/**
 * Splits an amount by weights so that the parts add up to it exactly: the largest-remainder method.
 * Equal remainders go to the earlier part. With no weight at all, everything goes to the first part.
 */
export function split(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0)
  if (weights.length === 0) return []
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : 0))
  const sign = amount < 0 ? -1n : 1n
  const whole = BigInt(Math.abs(amount))
  const shares = weights.map((weight) => (whole * BigInt(weight)) / BigInt(total))
  const remainders = weights.map((weight, index) => ({
    index,
    rest: (whole * BigInt(weight)) % BigInt(total),
  }))
  const left = Number(whole - shares.reduce((a, b) => a + b, 0n))
  const byRemainder = [...remainders].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] as bigint) + 1n
  return shares.map((share) => Number(sign * share))
}
