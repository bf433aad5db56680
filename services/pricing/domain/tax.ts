import type { Rounding } from '@souk/contracts/pricing'
import { divide } from './round.ts'
import type { TaxRate } from './tax-rate.ts'

const ONE = 1_000_000n

/** An amount of money and the rate it is taxed at; nothing where it is not taxed. */
export interface Taxable {
  id: string
  amount: bigint
  rate: TaxRate | undefined
}

/** An amount of money with the tax it carries. */
export interface Taxed extends Taxable {
  tax: bigint
}

export interface TaxTerms {
  /** The tax is in the amounts; else it comes on top of them. */
  taxIncluded: boolean
  rounding: Rounding
}

/** The tax of each amount, rounded here and nowhere else. */
export function taxed<Part extends Taxable>(parts: readonly Part[], terms: TaxTerms): (Part & Taxed)[] {
  if (terms.rounding.level === 'line')
    return parts.map((part) => ({ ...part, tax: divide(...exactly(part, terms), terms.rounding.mode) }))
  const taxes = new Map<Part, bigint>()
  for (const alike of Map.groupBy(parts, ({ rate }) => rate?.rate ?? 0).values()) share(alike, terms, taxes)
  return parts.map((part) => ({ ...part, tax: taxes.get(part) ?? 0n }))
}

/** The tax before rounding, as a fraction. */
function exactly(
  { amount, rate }: Omit<Taxable, 'id'>,
  { taxIncluded }: TaxTerms,
): [dividend: bigint, divisor: bigint] {
  const millionths = BigInt(rate?.rate ?? 0)
  return [amount * millionths, taxIncluded ? ONE + millionths : ONE]
}

/** The tax of the sum, shared by largest remainder; of equal ones the lower id is first. */
function share<Part extends Taxable>(
  parts: readonly Part[],
  terms: TaxTerms,
  taxes: Map<Part, bigint>,
): void {
  const amount = parts.reduce((sum, part) => sum + part.amount, 0n)
  const whole = divide(...exactly({ amount, rate: parts[0]?.rate }, terms), terms.rounding.mode)
  const shares = parts.map((part) => {
    const [dividend, divisor] = exactly(part, terms)
    return { part, floor: dividend / divisor, rest: dividend % divisor }
  })
  const missing = Number(whole - shares.reduce((sum, { floor }) => sum + floor, 0n))
  shares.sort((a, b) => (a.rest === b.rest ? (a.part.id < b.part.id ? -1 : 1) : a.rest > b.rest ? -1 : 1))
  for (const [index, { part, floor }] of shares.entries())
    taxes.set(part, index < missing ? floor + 1n : floor)
}

/** What is left of a price without the tax that is in it. */
export const withoutTax = (amount: bigint, rate: TaxRate | undefined, { mode }: Rounding): bigint =>
  divide(amount * ONE, ONE + BigInt(rate?.rate ?? 0), mode)
