import type { ShippingArea, ShippingZone } from '@souk/contracts/shipping'
import type { Address } from '@souk/contracts/values'
import type { z } from 'zod'

export type Zone = z.infer<typeof ShippingZone>
type Area = z.infer<typeof ShippingArea>

/** Postal codes are compared without spaces, dashes and case: people write them as they like. */
const plain = (postalCode: string): string => postalCode.replace(/[\s-]/g, '').toUpperCase()
const folded = (region: string): string => region.trim().toLowerCase()

/** What a place is known by: two zones may not both hold the same one. */
export const placeKey = (area: Area): string =>
  'region' in area
    ? `${area.country} region ${folded(area.region)}`
    : `${area.country} code ${plain(area.postalCode)}`

const EXACT = 1_000
const REGION = 1
const COUNTRY = 0
const OUTSIDE = -1

/** How closely an area describes an address: an exact code, a longer prefix, a region; negative where it does not. */
function closeness(area: Area, { country, region, postalCode }: Destination): number {
  if (area.country !== country) return OUTSIDE
  if ('region' in area) return region && folded(area.region) === folded(region) ? REGION : OUTSIDE
  const [pattern, code] = [plain(area.postalCode), plain(postalCode)]
  if (!pattern.endsWith('*')) return pattern === code ? EXACT : OUTSIDE
  const prefix = pattern.slice(0, -1)
  return code.startsWith(prefix) ? REGION + prefix.length : OUTSIDE
}

export type Destination = Pick<Address, 'country' | 'region' | 'postalCode'>

/**
 * The zone an address lies in: the one that describes it most closely. Prefixes lie within one another or apart, and no
 * place is in two zones, so there is never a choice between equals.
 */
export function zoneOf(zones: readonly Zone[], to: Destination): Zone | undefined {
  let [best, found]: [number, Zone | undefined] = [OUTSIDE, undefined]
  for (const zone of zones) {
    const whole = zone.countries.includes(to.country) ? COUNTRY : OUTSIDE
    const close = zone.areas.reduce((most, area) => Math.max(most, closeness(area, to)), whole)
    if (close > best) [best, found] = [close, zone]
  }
  return found
}
