import type { Rounding } from '@souk/contracts/pricing'

/** Divides and rounds exactly; halves go to the even neighbour, up or down, away from or towards nothing. The divisor is above zero. */
export function divide(dividend: bigint, divisor: bigint, mode: Rounding['mode'] = 'half_even'): bigint {
  if (dividend < 0n) return -divide(-dividend, divisor, mode)
  const whole = dividend / divisor
  const twice = 2n * (dividend % divisor)
  if (twice !== divisor) return twice < divisor ? whole : whole + 1n
  const isRaised = mode === 'half_up' || (mode === 'half_even' && whole % 2n === 1n)
  return isRaised ? whole + 1n : whole
}
