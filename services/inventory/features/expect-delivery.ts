import type { expectDelivery as contract } from '@souk/contracts/inventory-transfers'
import { answer, isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { Delivery, InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'
import { lockShelf } from './lock-shelf.ts'

export const expectDelivery: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { sku, quantity, expectedAt } = input
  const found = await lockShelf(input, room)
  if (isRefusal(found)) return found
  const { item, level } = found
  const { location } = level
  const delivery = { id: room.ids.next('dlv'), sku, location, quantity, expectedAt: new Date(expectedAt) }
  await room.store.addDelivery(delivery)
  await changeStock([item], [{ sku, location, incoming: quantity }], room)
  return answer(201, shown({ ...delivery, received: 0, state: 'expected' }))
}

/** A delivery as staff see it. */
export const shown = ({ id, sku, location, quantity, received, state, expectedAt }: Delivery) => ({
  ...{ id, sku, location, quantity, received, state },
  expectedAt: expectedAt.toISOString(),
})
