import type { Invariant } from '../invariant.ts'
import { salesAstray } from '../store/inventory.ts'
import { isOver, type OrderStory } from '../story.ts'

export const sold: Invariant = {
  id: 'S3',
  title: 'What an order bought is promised, shipped or given back: never twice, never for nobody',
  eachOrder(story, { looked, offends }) {
    const { id, order, reservation } = story
    if (!order && !reservation && story.returned.size === 0) return
    looked()
    for (const what of [...wrongPromise(story), ...wrongParcels(story), ...wrongReturns(story)])
      offends({ id, about: id, says: `Order ${id} ${what}.` })
  },
  async wholeShop({ snapshots }, { offends }) {
    for (const { says, ...named } of await salesAstray(snapshots.of('inventory')))
      offends({ ...named, says: `Order ${named.about} ${says}.` })
  },
}

type Units = ReadonlyMap<string, number>

function unitsOf(lines: readonly { sku: string; quantity: number }[]): Units {
  const units = new Map<string, number>()
  for (const { sku, quantity } of lines) if (quantity !== 0) units.set(sku, (units.get(sku) ?? 0) + quantity)
  return units
}

/** Lines in units of the shelves: bundles taken apart as they were promised. */
const unpacked = (
  lines: readonly { sku: string; quantity: number }[],
  { reservation }: Pick<OrderStory, 'reservation'>,
) => {
  const bundles = new Map((reservation?.bundles ?? []).map(({ sku, components }) => [sku, components]))
  return lines.flatMap((line) => {
    const components = bundles.get(line.sku)
    if (!components) return [line]
    return components.map(({ sku, quantity }) => ({ sku, quantity: quantity * line.quantity }))
  })
}

const textOf = (units: Units) =>
  [...units]
    .map(([sku, quantity]) => `${quantity} of ${sku}`)
    .sort()
    .join(', ') || 'nothing'

function wrongPromise({ order, reservation, sagas }: OrderStory): string[] {
  const [is, promised] = [order?.status, textOf(unitsOf(reservation?.lines ?? []))]
  const state = reservation?.state
  const stands = state === 'held' || state === 'committed'
  if (!order) return stands ? [`is not there, and ${promised} are ${state} for it`] : []
  if (is === 'pending') return state === 'committed' ? ['is pending, and its goods are sold'] : []
  if (is === 'cancelled') {
    const isTold = sagas.every(isOver)
    return stands && isTold ? [`is cancelled, and ${promised} are still ${state} for it`] : []
  }
  const ordered = textOf(unitsOf(unpacked(order.document.lines, { reservation })))
  if (state !== 'committed') return [`is ${is}, and its goods are ${state ?? 'promised by nobody'}`]
  return ordered === promised ? [] : [`bought ${ordered}, and was promised ${promised}`]
}

interface Parcel {
  status: string
  lines: readonly { sku: string; quantity: number }[]
}

const hasLeft = ({ status }: Parcel) => status === 'shipped' || status === 'delivered'

function wrongParcels({ order, reservation, shipments }: OrderStory): string[] {
  const shelves = (reservation?.lines ?? []).map(({ sku, shipped }) => ({ sku, quantity: shipped }))
  const inUnits = (parcels: readonly Parcel[]) =>
    unpacked(
      parcels.filter(hasLeft).flatMap(({ lines }) => lines),
      { reservation },
    )
  const [byShelf, byCarrier, byOrder] = [
    unitsOf(shelves),
    unitsOf(inUnits(shipments)),
    unitsOf(inUnits(order?.document.fulfilments ?? [])),
  ].map(textOf)
  return byShelf === byCarrier && byCarrier === byOrder
    ? []
    : [`says it shipped ${byOrder}, the parcels hold ${byCarrier}, and ${byShelf} left the shelves`]
}

function wrongReturns({ order, reservation, returned }: OrderStory): string[] {
  const skuOf = new Map((order?.document.lines ?? []).map(({ id, sku }) => [id, sku]))
  const received = (order?.document.returns ?? []).flatMap(({ lines }) => lines)
  const fit = received
    .filter(({ disposition }) => disposition === 'restock')
    .map(({ lineId, quantity }) => ({ sku: skuOf.get(lineId) ?? lineId, quantity }))
  const [told, moved] = [textOf(unitsOf(unpacked(fit, { reservation }))), textOf(returned)]
  return told === moved ? [] : [`was given back ${told} fit for sale, and ${moved} went back on the shelf`]
}
