import { exponentOf } from '@souk/contracts/money'

export interface Money {
  readonly amount: number
  readonly currency: string
}

/** As people read it: `€19.90`. */
export function written({ amount, currency }: Money): string {
  const digits = exponentOf(currency)
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(amount / 10 ** digits)
}

/** As people type it: minor units with the currency’s decimals, and without its sign. */
export function majorText(amount: number, currency: string): string {
  const digits = exponentOf(currency)
  const sign = amount < 0 ? '-' : ''
  const all = String(Math.abs(amount)).padStart(digits + 1, '0')
  if (digits === 0) return sign + all
  return `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`
}

/**
 * Minor units of what was typed, with a point or a comma before the decimals; nothing where it is no amount or has more
 * decimals than the currency. Never by floating point: 1.1 × 100 is not 110.
 */
export function minorAmount(typed: string, currency: string): number | undefined {
  const digits = exponentOf(currency)
  const parts = /^(\d{1,12})(?:[.,](\d*))?$/.exec(typed.trim())
  const decimals = parts?.[2] ?? ''
  if (!parts || decimals.length > digits) return undefined
  return Number(`${parts[1]}${decimals.padEnd(digits, '0')}`)
}
