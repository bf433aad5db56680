import { divideHalfEven } from './round.ts'
import type { TaxRate } from './tax-rate.ts'

const ONE = 1_000_000n

/** An amount of money with the tax it carries. */
export interface Taxed {
  amount: bigint
  rate: TaxRate | undefined
  tax: bigint
}

/** The tax inside an amount (`taxIncluded`) or on top of it, rounded half to even here and nowhere else. */
export function taxed(amount: bigint, rate: TaxRate | undefined, taxIncluded: boolean): Taxed {
  const millionths = BigInt(rate?.rate ?? 0)
  const tax = divideHalfEven(amount * millionths, taxIncluded ? ONE + millionths : ONE)
  return { amount, rate, tax }
}
