import type { Address, PickupPoint } from '@souk/contracts/values'

const MOST_OFFERED = 10

/**
 * The points of the address's country, nearest first. Near is who shares the longest beginning of the postal code:
 * everywhere a code is written from the large to the small.
 */
export function pointsNear(
  points: readonly PickupPoint[],
  { country, postalCode }: Pick<Address, 'country' | 'postalCode'>,
): PickupPoint[] {
  return points
    .filter(({ address }) => address.country === country)
    .map((point) => ({ point, near: sharedBeginning(point.address.postalCode, postalCode) }))
    .sort((a, b) => b.near - a.near || (a.point.id < b.point.id ? -1 : 1))
    .slice(0, MOST_OFFERED)
    .map(({ point }) => point)
}

function sharedBeginning(one: string, other: string): number {
  const [a, b] = [one, other].map((code) => code.replace(/\s/g, '').toUpperCase()) as [string, string]
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
