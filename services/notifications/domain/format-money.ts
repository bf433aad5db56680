import { exponentOf, type Money } from '@souk/contracts/money'

/** An amount as people of that locale write it, such as `€1,299.00`. A locale nobody knows reads as English. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return formatOf(currency, locale).format(decimal(amount, exponentOf(currency)))
}

/** Making one looks through locale data, once for each amount of each mail. */
const formats = new Map<string, Intl.NumberFormat>()
const MOST_FORMATS = 500

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${currency} ${locale}`
  const known = formats.get(key)
  if (known) return known
  const digits = exponentOf(currency)
  const made = new Intl.NumberFormat(knownOr(locale, 'en'), {
    style: 'currency',
    currency,
    // ISO 4217 decides what a minor unit is; the locale data has its own mind about some currencies.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(key, made)
  return made
}

/** Minor units as decimal text, digit by digit: an amount never becomes a float. */
function decimal(amount: number, digits: number): `${number}` {
  const minor = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = minor.slice(0, minor.length - digits)
  const fraction = minor.slice(minor.length - digits)
  return `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}` as `${number}`
}

function knownOr(locale: string, fallback: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale])[0] ?? fallback
  } catch {
    return fallback
  }
}
