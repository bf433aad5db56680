import type { changeReservation as change, undoReservationChange as undo } from '@souk/contracts/inventory'
import type { SkuQuantity } from '@souk/contracts/values'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { Feature, FeatureRoom } from '@souk/kit/service'
import type { Allocation } from '../domain/allocate.ts'
import { unpack } from '../domain/bundle.ts'
import { promising, reserve, together } from '../domain/reserve.ts'
import { takePromised } from '../domain/take-promised.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'
import { bundlesOf, tellShortfall } from './reserve-stock.ts'

type Room = FeatureRoom<InventoryStore>

/**
 * The reservation is locked first, as always before any item. What ran out or was released has nothing on the shelves.
 * Nobody is told: a promise is announced once, and once given back, whatever it became in between.
 */
export const changeReservation: Feature<typeof change, InventoryStore> = async (input, room) => {
  const { orderId, changeId, more, less } = input
  const reservation = await room.store.lockReservation(orderId)
  const before = await room.store.findReservationChange(orderId, changeId)
  if (before) return before.isUndone ? refuse('reservation_released') : undefined
  const stands = reservation?.state === 'held' || reservation?.state === 'committed'
  if (!stands && more.length > 0) return refuse('reservation_released')
  const promised = await promise(orderId, more, room)
  if (isRefusal(promised)) return promised
  await free({ orderId, less, stands }, room)
  await room.store.addReservationChange({ orderId, changeId, more: promised })
  return undefined
}

async function promise(
  orderId: string,
  more: readonly SkuQuantity[],
  room: Room,
): Promise<readonly Allocation[] | Refusal<'insufficient_stock'>> {
  if (more.length === 0) return []
  const promised = await bundlesPromised(orderId, room)
  const locked = await room.store.lockItems(together(more).map(({ sku }) => sku))
  // What an order has of a bundle already is made of the same as what it has more of it.
  const items = locked.map((item) => ({ ...item, components: promised.get(item.sku) ?? item.components }))
  const decision = reserve(items, { lines: more })
  if (!decision.ok) return refuse('insufficient_stock', { errors: decision.shortfalls.map(tellShortfall) })
  await room.store.addToReservation(orderId, decision.allocations, bundlesOf(decision.allocations, items))
  await changeStock(items, promising(decision.allocations), room)
  return decision.allocations
}

const bundlesPromised = async (orderId: string, { store }: Room) =>
  new Map((await store.findPromisedBundles(orderId)).map(({ sku, components }) => [sku, components]))

interface Freed {
  orderId: string
  less: readonly SkuQuantity[]
  stands: boolean
}

async function free({ orderId, less, stands }: Freed, room: Room): Promise<void> {
  if (less.length === 0) return
  const promised = await bundlesPromised(orderId, room)
  const wanted = unpack(together(less), (sku) => promised.get(sku))
  const taken = takePromised(await room.store.findUnshipped(orderId), wanted)
  await giveUp({ orderId, taken, stands }, room)
}

async function giveUp(
  { orderId, taken, stands }: { orderId: string; taken: readonly Allocation[]; stands: boolean },
  room: Room,
): Promise<void> {
  const items = await room.store.lockItems([...new Set(taken.map(({ sku }) => sku))].sort())
  await room.store.takeFromReservation(orderId, taken)
  if (!stands) return
  const changes = taken.map(({ sku, location, quantity }) => ({ sku, location, reserved: -quantity }))
  await changeStock(items, changes, room)
}

export const undoReservationChange: Feature<typeof undo, InventoryStore> = async (input, room) => {
  const { orderId, changeId } = input
  const reservation = await room.store.lockReservation(orderId)
  const before = await room.store.findReservationChange(orderId, changeId)
  if (before?.isUndone) return undefined
  const stands = reservation?.state === 'held' || reservation?.state === 'committed'
  if (before && before.more.length > 0) await giveUp({ orderId, taken: before.more, stands }, room)
  await room.store.markChangeUndone(orderId, changeId)
  return undefined
}
