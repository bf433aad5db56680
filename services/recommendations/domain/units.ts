import { SKUS_KEPT } from './taste.ts'

type Units = ReadonlyMap<string, number>

/** Lines of the same SKU are one. */
export function unitsOf(lines: readonly { sku: string; quantity: number }[]): Units {
  const units = new Map<string, number>()
  for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity)
  return units
}

/** What is kept of a long list of lines: its first SKUs. */
export const unitsKept = (lines: Parameters<typeof unitsOf>[0]): Units =>
  new Map([...unitsOf(lines)].slice(0, SKUS_KEPT))
