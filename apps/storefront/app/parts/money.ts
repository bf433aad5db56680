interface Money {
  readonly amount: number
  readonly currency: string
}

const formats = new Map<string, Intl.NumberFormat>()

const formatOf = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency })
  formats.set(currency, known)
  return known
}

/** As people write it; amounts come in minor units, of which a currency has as many as it has (yen has none). */
export const written = (money: Money): string => formatOf(money.currency).format(inMajorUnits(money))

/** As programs read it: `19.90`. */
export const decimal = (money: Money): string => inMajorUnits(money).toFixed(digitsOf(money.currency))

const digitsOf = (currency: string): number => formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2

const inMajorUnits = ({ amount, currency }: Money): number => amount / 10 ** digitsOf(currency)

export const writtenRange = ({ min, max }: { min: Money; max: Money }): string =>
  min.amount === max.amount ? written(min) : `from ${written(min)}`
