import { isDeepStrictEqual } from 'node:util'
import type { Product } from './product.ts'

/** A product as it shall be, a version further; the very same one when nothing is different. */
export const revise = (before: Product, wanted: Product, now: string): Product =>
  isDeepStrictEqual(before, wanted) ? before : { ...wanted, version: before.version + 1, updatedAt: now }
