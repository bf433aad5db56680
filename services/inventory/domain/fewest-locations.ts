import type { Wish } from './allocate.ts'
import { free, type Item } from './stock.ts'

/** With more the number of choices explodes: then those that give most are taken one after another. */
const CHOICES_FOR = 10

interface Place {
  location: string
  priority: number
  /** What may be sold from here, by SKU. */
  stock: Map<string, number>
}

type Need = ReadonlyMap<string, number>

/**
 * The fewest locations that together have what of the wishes is there at all; of several such choices the one of the
 * highest priority.
 */
export function fewestLocations(items: readonly Item[], wishes: readonly Wish[]): ReadonlySet<string> {
  const places = placesOf(items)
  const need = needOf(wishes, places)
  const chosen = places.length <= CHOICES_FOR ? smallest(places, need) : greedy(places, need)
  return new Set(chosen.map(({ location }) => location))
}

function placesOf(items: readonly Item[]): Place[] {
  const places = new Map<string, Place>()
  for (const { sku, levels } of items)
    for (const level of levels.filter((one) => free(one) > 0)) {
      const { location, priority } = level
      const place = places.get(location) ?? { location, priority, stock: new Map() }
      place.stock.set(sku, free(level))
      places.set(location, place)
    }
  return [...places.values()].sort((a, b) => a.priority - b.priority || (a.location < b.location ? -1 : 1))
}

/** What is wanted and there; what is sold beyond stock comes from nowhere yet. */
function needOf(wishes: readonly Wish[], places: readonly Place[]): Need {
  const need = new Map<string, number>()
  for (const { sku, quantity } of wishes) need.set(sku, (need.get(sku) ?? 0) + quantity)
  for (const [sku, wanted] of need) need.set(sku, Math.min(wanted, given(places, sku)))
  return need
}

const given = (places: readonly Place[], sku: string): number =>
  places.reduce((sum, { stock }) => sum + (stock.get(sku) ?? 0), 0)

const covers = (places: readonly Place[], need: Need): boolean =>
  [...need].every(([sku, wanted]) => given(places, sku) >= wanted)

function smallest(places: readonly Place[], need: Need): readonly Place[] {
  for (let size = 1; size < places.length; size++)
    for (const choice of choices(places, size)) if (covers(choice, need)) return choice
  return places
}

/** Every choice of so many places, those of high priority first. */
function* choices(places: readonly Place[], size: number): Generator<Place[]> {
  if (size === 0) return yield []
  for (const [index, first] of places.entries())
    for (const rest of choices(places.slice(index + 1), size - 1)) yield [first, ...rest]
}

function greedy(places: readonly Place[], need: Need): readonly Place[] {
  const chosen: Place[] = []
  const gain = (place: Place) => {
    const had = (sku: string) => Math.min(need.get(sku) ?? 0, given(chosen, sku))
    return [...place.stock].reduce(
      (sum, [sku, units]) => sum + Math.min((need.get(sku) ?? 0) - had(sku), units),
      0,
    )
  }
  while (!covers(chosen, need)) {
    const left = places.filter((place) => !chosen.includes(place))
    chosen.push(left.reduce((best, place) => (gain(place) > gain(best) ? place : best)))
  }
  return chosen
}
