import type { FeatureRoom } from '@souk/kit/service'
import { type Item, summed } from '../domain/stock.ts'
import type { Move } from '../domain/transfer.ts'
import type { InventoryStore, Movement } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

type Occasion = Pick<Movement, 'kind' | 'reason' | 'actor' | 'at'> &
  Partial<Pick<Movement, 'reference' | 'cause'>>

/** Nothing changes on hand but by a line in the ledger: both are written here and nowhere else. */
export async function moveStock(
  items: readonly Item[],
  { moves, occasion }: { moves: readonly Move[]; occasion: Occasion },
  room: FeatureRoom<InventoryStore>,
): Promise<Item[]> {
  const { store, ids } = room
  const changes = moves.map(({ delta, ...move }) => ({ ...move, onHand: delta }))
  const facts = { reference: null, cause: null, ...occasion }
  const lines = summed(changes)
    .filter(({ onHand }) => onHand !== 0)
    .map(({ sku, location, onHand }) => ({ id: ids.next('mov'), sku, location, delta: onHand, ...facts }))
  const [changed] = await Promise.all([
    changeStock(items, changes, room),
    lines.length > 0 && store.addMovements(lines),
  ])
  return changed
}
