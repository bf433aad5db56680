import type { createTransfer as contract } from '@souk/contracts/inventory-transfers'
import { answer, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { together } from '../domain/reserve.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { openShelves, refuseBundles } from './lock-shelf.ts'

/** A plan: nothing moves until it is shipped. */
export const createTransfer: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { from: origin, to: destination, note } = input
  if (origin === destination)
    return refuse('same_location', { detail: `The goods are at ${origin} already.` })
  const lines = together(input.lines)
  const skus = lines.map(({ sku }) => sku)
  const items = await room.store.lockItems(skus)
  const unknown = skus.find((sku) => !items.some((one) => one.sku === sku))
  if (unknown !== undefined) return refuse('not_found', { detail: `No stock is kept of ${unknown}.` })
  const refused =
    refuseBundles(items) ??
    (await openShelves(items, origin, room)) ??
    (await openShelves(items, destination, room))
  if (refused) return refused
  const createdAt = toTimestamp(room.clock.now())
  const transfer = { id: room.ids.next('trf'), origin, destination, note, createdAt, lines }
  await room.store.addTransfer(transfer)
  const nothing = { received: 0, missing: 0, recalled: 0 }
  const { origin: from, destination: to, ...shown } = transfer
  return answer(201, {
    ...shown,
    from,
    to,
    state: 'draft' as const,
    version: 1,
    lines: lines.map((line) => ({ ...line, ...nothing })),
  })
}
