import type { Variant } from '../domain/variant.ts'

/** Variants read lately, in memory. */
export interface VariantCache {
  get(id: string): Variant | undefined
  /** Published ones alone: another variant may take over the SKU of one that is not. */
  findBySku(sku: string): Variant | undefined
  /** Reads and keeps what it read, unless something was dropped meanwhile: then it may be old already. */
  readThrough(read: () => Promise<Variant[]>): Promise<Variant[]>
  /** Forgets the variants of a product id or a SKU; all of them without one. */
  drop(key?: string): void
}

const MOST_KEPT = 10_000

export function variantCache(): VariantCache {
  const kept = new Map<string, Variant>()
  const bySku = new Map<string, Variant>()
  let drops = 0
  const forget = (variant: Variant) => {
    kept.delete(variant.variantId)
    if (bySku.get(variant.sku) === variant) bySku.delete(variant.sku)
  }
  const keep = (variant: Variant) => {
    const before = kept.get(variant.variantId)
    if (before) forget(before)
    const [oldest] = kept.size >= MOST_KEPT ? kept.values() : []
    if (oldest) forget(oldest)
    kept.set(variant.variantId, variant)
    if (variant.isPublished) bySku.set(variant.sku, variant)
  }
  return {
    get: (id) => kept.get(id),
    findBySku: (sku) => bySku.get(sku),
    async readThrough(read) {
      const before = drops
      const variants = await read()
      if (drops === before) for (const variant of variants) keep(variant)
      return variants
    },
    drop(key) {
      drops++
      for (const variant of kept.values())
        if (key === undefined || variant.sku === key || variant.productId === key) forget(variant)
    },
  }
}
