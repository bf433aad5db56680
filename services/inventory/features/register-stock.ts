import type { registerStock as contract } from '@souk/contracts/inventory'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import { availabilityOf, DEFAULT_LOCATION, emptyLevel } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import type { NewItem } from '../store/shelves.ts'

export const registerStock: Feature<typeof contract, InventoryStore> = async (
  { items },
  { store, ids, clock, caller },
) => {
  const known = await store.addItems(items.map((item) => ({ ...item, availability: wordFor(item) })))
  const added = new Set(known)
  const at = toTimestamp(clock.now())
  const facts = {
    location: DEFAULT_LOCATION,
    kind: 'initial' as const,
    reason: 'first seen',
    reference: null,
    cause: null,
    actor: actorOf(caller),
    at,
  }
  const movements = items
    .filter(({ sku, onHand }) => added.has(sku) && onHand > 0)
    .map(({ sku, onHand }) => ({ ...facts, id: ids.next('mov'), sku, delta: onHand }))
  if (movements.length > 0) await store.addMovements(movements)
  const now = await store.findItems(items.map(({ sku }) => sku))
  return { items: now.map(({ sku, availability }) => ({ sku, availability })) }
}

const wordFor = ({ sku, policy, onHand }: Pick<NewItem, 'sku' | 'policy' | 'onHand'>) =>
  availabilityOf({
    ...{ sku, policy, backorderLimit: null, expectedAt: null, lowStockThreshold: 5 },
    ...{ availability: 'out_of_stock', version: 1, components: null, isComponent: false, rule: 'priority' },
    levels: [{ ...emptyLevel(DEFAULT_LOCATION), onHand }],
  })
