import type { Attribute } from '@souk/contracts/catalog'
import { isOf } from './attributes.ts'
import type { Product } from './product.ts'

/**
 * What a list of products may be narrowed by: each value of a list by itself, and nothing that is defined not to be.
 * What nobody defined is.
 */
export function filtersOf(
  product: Product,
  definitions: readonly Attribute[],
): { key: string; value: string }[] {
  const known = new Map(definitions.filter(isOf(product)).map((one) => [one.key, one]))
  return Object.entries(product.attributes).flatMap(([key, value]) => {
    const definition = known.get(key)
    if (definition && !definition.isFilterable) return []
    const values = definition?.type.kind === 'enum_list' ? value.split(', ') : [value]
    return values.map((one) => ({ key, value: one }))
  })
}
