import type { showStock as contract } from '@souk/contracts/inventory'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { bundlesLeft } from '../domain/bundle.ts'
import { available, free, type Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

/** What is shown where nothing is counted. */
const PLENTY = 1_000_000_000

export const showStock: Query<typeof contract, InventoryStore> = async ({ sku }, { store }) => {
  const items = await store.findItems([sku])
  const item = items.find((one) => one.sku === sku)
  return item ? toLevel(item, items) : refuse('not_found', { detail: `No stock is kept of ${sku}.` })
}

/** An item as staff see it: sums, then each location; a bundle by what it is made of, which is among `others`. */
export function toLevel(item: Item, others: readonly Item[] = []) {
  const total = (of: (level: Item['levels'][number]) => number) =>
    item.levels.reduce((sum, level) => sum + of(level), 0)
  const { sku, policy, backorderLimit, expectedAt, lowStockThreshold, availability, version, components } =
    item
  const known = new Map(others.map((one) => [one.sku, one]))
  return {
    ...{ sku, policy, backorderLimit, expectedAt, lowStockThreshold, availability, version },
    onHand: total(({ onHand }) => onHand),
    reserved: total(({ reserved }) => reserved),
    available: components ? Math.min(PLENTY, bundlesLeft(item, known)) : available(item),
    incoming: total(({ incoming }) => incoming),
    ...(components && { components: [...components] }),
    locations: item.levels.map((level) => {
      const { location, onHand, reserved, incoming, safety } = level
      return { location, onHand, reserved, available: free(level), incoming, safety }
    }),
  }
}
