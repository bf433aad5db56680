import { isRefusal, isStale, type Refusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type FeatureRoom } from '@souk/kit/service'
import type { Item } from '../domain/stock.ts'
import type { Move, Transfer } from '../domain/transfer.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { openShelves } from './lock-shelf.ts'
import { moveStock } from './move-stock.ts'

type Decision<Code extends string> =
  | { ok: true; transfer: Transfer; moves: Move[] }
  | { ok: false; refusal: Refusal<Code> }

type Decide<Code extends string> = (transfer: Transfer, items: readonly Item[]) => Decision<Code>

/** Takes a transfer one step further: locked, decided, and every unit it moves in the ledger under its id. */
export async function moveTransfer<Code extends string>(
  id: string,
  decide: Decide<Code>,
  room: FeatureRoom<InventoryStore>,
) {
  const { store, ifMatch, clock, caller } = room
  const transfer = await store.lockTransfer(id)
  if (!transfer) return refuse('not_found')
  if (isStale(ifMatch, transfer.version))
    return refuse('version_conflict', { detail: `This transfer is at version ${transfer.version} now.` })
  const items = await store.lockItems(transfer.lines.map(({ sku }) => sku))
  const decision = decide(transfer, items)
  if (!decision.ok) return decision.refusal
  const { moves } = decision
  for (const location of new Set(moves.filter(bringsGoods).map((move) => move.location))) {
    const refused = await openShelves(items, location, room)
    if (isRefusal(refused)) return refused
  }
  const reason = `${transfer.origin} to ${transfer.destination}`
  const at = toTimestamp(clock.now())
  const occasion = { kind: 'transfer' as const, reason, reference: id, actor: actorOf(caller), at }
  await moveStock(items, { moves, occasion }, room)
  await store.saveTransfer(decision.transfer)
  return shown(decision.transfer)
}

const bringsGoods = ({ delta, incoming = 0 }: Move) => delta > 0 || incoming > 0

/** A transfer as staff see it. */
export const shown = ({ id, origin, destination, state, note, version, createdAt, lines }: Transfer) => ({
  ...{ id, from: origin, to: destination, state, note, version, createdAt },
  lines: [...lines],
})
