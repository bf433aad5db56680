import { refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import { isTimeZone } from '../domain/delivery-days.ts'
import { placeKey, type Zone } from '../domain/zone.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

/** Keeps a zone as it is from now on, unless another one holds a place of it. */
export async function saveZone(given: Zone, { store }: Pick<FeatureRoom<ShippingStore>, 'store'>) {
  if (!isTimeZone(given.timeZone))
    return refuse('unknown_time_zone', { detail: `${given.timeZone} is no time zone; Europe/Berlin is one.` })
  const zone = {
    ...given,
    countries: [...new Set(given.countries)].sort(),
    areas: [...new Map(given.areas.map((area) => [placeKey(area), area])).values()],
    holidays: [...new Set(given.holidays)].sort(),
  }
  const taken = await store.saveZone(zone)
  if (taken.length === 0) return zone
  return refuse('zones_overlap', {
    detail: `Another zone holds ${taken.join(', ')}: take it out there first.`,
    errors: taken.map((place) => ({
      path: 'areas',
      code: 'zones_overlap',
      message: `${place} lies in another zone`,
    })),
  })
}
