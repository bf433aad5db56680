import { fewestLocations } from './fewest-locations.ts'
import { free, type Item, type Level, shift } from './stock.ts'

/**
 * `priority`: each line from the first location that has all of it; `nearest`: so too, those in the region and country
 * of the destination first; `fewest_parcels`: the whole order from as few locations as can be.
 */
export type Rule = 'priority' | 'nearest' | 'fewest_parcels'

export interface Destination {
  country: string
  region?: string | undefined
}

/** Units of a SKU somebody wants, by themselves or as part of a bundle. */
export interface Wish {
  sku: string
  quantity: number
  bundle: string | null
}

/** So many of a SKU promised from the shelf at one location. */
export interface Allocation extends Wish {
  location: string
}

/**
 * Which shelves the units of one order come from, by the shop’s rule. What is sold beyond stock is booked at the
 * first of them.
 */
export function allocate(
  items: readonly Item[],
  wishes: readonly Wish[],
  destination?: Destination,
): Allocation[] {
  let shelves = items.filter(({ sku }) => wishes.some((wish) => wish.sku === sku))
  const locations =
    shelves[0]?.rule === 'fewest_parcels' ? fewestLocations(shelves, wishes) : new Set<string>()
  return wishes.flatMap((wish) => {
    const item = shelves.find(({ sku }) => sku === wish.sku) as Item
    const portions = take(ranked(item, { locations, destination }), wish)
    if (wishes.length > 1) shelves = shift(shelves, portions.map(promised))
    return portions
  })
}

const promised = ({ sku, location, quantity }: Allocation) => ({ sku, location, reserved: quantity })

/** An item’s shelves in the order in which they are asked. */
function ranked(
  { rule, levels }: Item,
  { locations, destination }: { locations: ReadonlySet<string>; destination: Destination | undefined },
): readonly Level[] {
  if (rule === 'nearest' && destination)
    return levels.toSorted((a, b) => distance(a, destination) - distance(b, destination))
  const chosen = levels.filter(({ location }) => locations.has(location))
  return chosen.length > 0 ? chosen : levels
}

/** 0 in the same region, 1 in the same country, 2 elsewhere. */
function distance({ country, region }: Level, to: Destination): number {
  if (country !== to.country) return 2
  return region !== null && region.toLowerCase() === to.region?.toLowerCase() ? 0 : 1
}

/** The first shelf that has all of it: one parcel is cheaper than two. Else shelves are emptied in their order. */
function take(levels: readonly Level[], { quantity, ...wish }: Wish): Allocation[] {
  const whole = levels.find((level) => free(level) >= quantity)
  if (whole) return [{ ...wish, location: whole.location, quantity }]
  let missing = quantity
  const portions = levels.map((level) => {
    const portion = Math.min(missing, Math.max(0, free(level)))
    missing -= portion
    return { ...wish, location: level.location, quantity: portion }
  })
  return portions
    .map((one, place) => (place === 0 ? { ...one, quantity: one.quantity + missing } : one))
    .filter((one) => one.quantity > 0)
}
