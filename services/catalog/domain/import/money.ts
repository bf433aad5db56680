import { exponentOf } from '@souk/contracts/money'
import { accept, type Parsed, refuse } from './cells/parsed.ts'

/** The highest price, in minor units: 999 of it still add up to a safe integer. */
export const dearest = 1_000_000_000_000

/**
 * Minor units of a decimal written with a dot, digit by digit and never through a float.
 *
 * Commas pass only where they can mean nothing but thousands (`1,299.00`). Zeros beyond the currency's decimals
 * pass (`1200.00` JPY); other digits there are refused, as rounding a price is the merchant's decision.
 */
export function toMinorUnits(decimal: string, currency: string): Parsed<number> {
  const text = decimal.trim()
  const plain = /^\d{1,3}(,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text
  const match = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(plain)
  if (!match) return refuseAmount(text)
  const exponent = exponentOf(currency)
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > exponent) {
    return refuse('too_many_decimals', `"${text}" has more decimals than ${currency} has (${exponent})`)
  }
  const digits = (match[1] + fraction.padEnd(exponent, '0')).replace(/^0+(?=\d)/, '')
  const minor = Number(digits)
  return minor > dearest ? refuse('price_too_large', `"${text}" is more than a price may be`) : accept(minor)
}

/** The decimal `toMinorUnits` reads back, with all the currency's decimals: 1990 EUR is `19.90`. */
export function toDecimal(minor: number, currency: string): string {
  const exponent = exponentOf(currency)
  if (exponent === 0) return String(minor)
  const digits = String(minor).padStart(exponent + 1, '0')
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

function refuseAmount(text: string): Parsed<number> {
  if (/^[\d.]*\d,\d[\d,.]*$/.test(text)) {
    return refuse('ambiguous_price', `"${text}": is the comma a decimal or thousands? Write it like 1299.00`)
  }
  if (text.startsWith('-')) return refuse('negative_price', `"${text}": a price is never below zero`)
  return refuse(
    'invalid_price',
    `"${text.slice(0, 40)}" is not a plain decimal like 19.90, without currency sign`,
  )
}
