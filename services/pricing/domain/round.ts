/** Divides and rounds half to even ("banker's rounding"), exactly; the divisor is above zero. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n) return -divideHalfEven(-dividend, divisor)
  const whole = dividend / divisor
  const twice = 2n * (dividend % divisor)
  if (twice < divisor || (twice === divisor && whole % 2n === 0n)) return whole
  return whole + 1n
}
