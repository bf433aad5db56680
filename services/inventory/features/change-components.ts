import type { changeComponents as contract } from '@souk/contracts/inventory-levels'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { together } from '../domain/reserve.ts'
import type { Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'
import { tellBundles } from './refresh-bundles.ts'
import { toLevel } from './show-stock.ts'

/** Orders placed before keep what the bundle was made of then. */
export const changeComponents: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { sku } = input
  const components = together(input.components)
  const parts = components.map((one) => one.sku)
  const items = await room.store.lockItems([sku, ...parts])
  const bundle = bundleToBe(items, { sku, parts })
  if (isRefusal(bundle)) return bundle
  const touched = new Set([...parts, ...(bundle.components ?? []).map((one) => one.sku)])
  await room.store.saveComponents({ sku, components }, [...touched])
  const next = { ...bundle, components: components.length > 0 ? components : null }
  const all = [next, ...items.filter((one) => one.sku !== sku)]
  const [changed = next] = next.components
    ? await tellBundles(all, room)
    : await changeStock([next], [], room)
  return toLevel(changed, all)
}

type Code = 'not_found' | 'nested_bundle' | 'has_stock' | 'unknown_component'

function bundleToBe(
  items: readonly Item[],
  { sku, parts }: { sku: string; parts: readonly string[] },
): Item | Refusal<Code> {
  const bundle = items.find((one) => one.sku === sku)
  if (!bundle) return refuse('not_found', { detail: `No stock is kept of ${sku}.` })
  const unknown = parts.find((part) => !items.some((one) => one.sku === part))
  if (unknown !== undefined)
    return refuse('unknown_component', {
      detail: `No stock is kept of ${unknown}: add it to the catalog first.`,
    })
  const nested = items.find((one) => parts.includes(one.sku) && (one.components || one.sku === sku))
  if (nested)
    return refuse('nested_bundle', { detail: `${nested.sku} is a bundle: name what it is made of.` })
  if (bundle.isComponent && parts.length > 0)
    return refuse('nested_bundle', { detail: `Other bundles are made of ${sku}.` })
  const full = bundle.levels.find(({ onHand, reserved, incoming }) => onHand || reserved || incoming)
  if (full) {
    const detail = `${sku} lies at ${full.location}, is promised or will come: a bundle has no stock of its own.`
    return refuse('has_stock', { detail })
  }
  return bundle
}
