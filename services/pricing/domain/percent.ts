/** Millionths in one percent: rates are kept as whole millionths, so 7.25 % is 72 500. */
const PER_PERCENT = 10_000

/** Reads a percentage such as `7.25` into millionths; the text has at most four decimals. */
export function toMillionths(percent: string): number {
  const [whole = '0', decimals = ''] = percent.split('.')
  return Number(whole) * PER_PERCENT + Number(decimals.padEnd(4, '0'))
}

/** Millionths as a percentage without needless zeros: 72 500 is `7.25`. */
export function toPercent(millionths: number): string {
  const decimals = String(millionths % PER_PERCENT).padStart(4, '0')
  return `${Math.floor(millionths / PER_PERCENT)}.${decimals}`.replace(/\.?0+$/, '')
}
