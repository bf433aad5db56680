import { isDeepStrictEqual } from 'node:util'
import type { Product } from './product.ts'

/** A product as it shall be, a version further; the very same one when nothing is different. */
export const revise = (before: Product, wanted: Product, now: string): Product =>
  isDeepStrictEqual(before, wanted) ? before : touched({ ...wanted, version: before.version }, now)

/**
 * The product a version further, though nothing of its own may be different. Never as of earlier than it was: prices are
 * shown as of then, and clocks of replicas differ.
 */
export const touched = (product: Product, now: string): Product => ({
  ...product,
  version: product.version + 1,
  updatedAt: now > product.updatedAt ? now : product.updatedAt,
})
