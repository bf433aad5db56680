import type { FeatureRoom } from '@souk/kit/service'
import type { Item } from '../domain/stock.ts'
import type { InventoryStore, Movement } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

/** What came on a shelf or left it, and what of its promise that settles. */
export interface Move {
  sku: string
  location: string
  delta: number
  reserved?: number
}

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
  const lines = moves.map(({ sku, location, delta }) => ({
    id: ids.next('mov'),
    sku,
    location,
    delta,
    ...facts,
  }))
  const [changed] = await Promise.all([changeStock(items, changes, room), store.addMovements(lines)])
  return changed
}
