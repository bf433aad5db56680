import type { Attribute, AttributeType } from '@souk/contracts/catalog'
import type { Product } from './product.ts'

/** What is wrong with one attribute, and what is allowed. */
export interface Unfit {
  key: string
  message: string
}

/**
 * What a change makes of a product that its definitions do not allow. Looked at are values that are new, all of
 * them where the product becomes one of another type, and what is required once it is or shall be for sale: what
 * was there before a definition stands in nobody’s way.
 */
export function unfitAttributes(
  before: Product | undefined,
  after: Product,
  definitions: readonly Attribute[],
): Unfit[] {
  const isSameType = before?.productType === after.productType
  const isNewForSale = isForSale(after) && !(before && isSameType && isForSale(before))
  return definitions.filter(isOf(after)).flatMap(({ key, type, isRequired }) => {
    const [was, value] = [attributeOf(before, key), attributeOf(after, key)]
    if (value === undefined) {
      const isMissed = isRequired && (isNewForSale || (isForSale(after) && was !== undefined))
      return isMissed ? [{ key, message: `“${key}” is required of what is for sale: ${allowed(type)}` }] : []
    }
    if ((value === was && isSameType) || fits(value, type)) return []
    return [{ key, message: `“${key}” cannot be “${value.slice(0, 60)}”: ${allowed(type)}` }]
  })
}

/** A type that lists each of its values once. */
export const distinctValues = (type: AttributeType): AttributeType =>
  'values' in type ? { ...type, values: [...new Set(type.values)] } : type

/** Whether a definition is one of that product’s. */
export const isOf =
  ({ productType }: Product) =>
  ({ productTypes }: Attribute): boolean =>
    productTypes.length === 0 || productTypes.includes(productType)

const isForSale = ({ status, publishAt }: Product): boolean => status === 'published' || publishAt !== null

const attributeOf = (product: Product | undefined, key: string): string | undefined =>
  product && Object.hasOwn(product.attributes, key) ? product.attributes[key] : undefined

function fits(value: string, type: AttributeType): boolean {
  if (type.kind === 'number') return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(value)
  if (type.kind === 'boolean') return value === 'true' || value === 'false'
  if (type.kind === 'date') return isDate(value)
  if (type.kind === 'enum') return type.values.includes(value)
  if (type.kind === 'enum_list') return isListOf(value, type.values)
  return true
}

function isDate(value: string): boolean {
  const date = /^[12]\d{3}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function isListOf(value: string, values: readonly string[]): boolean {
  const named = value.split(', ')
  return named.every((one) => values.includes(one)) && new Set(named).size === named.length
}

const SHOWN = 20

function allowed(type: AttributeType): string {
  if (type.kind === 'number') return `a number like 12.5${type.unit ? `, in ${type.unit}` : ''}`
  if (type.kind === 'boolean') return 'true or false'
  if (type.kind === 'date') return 'a date like 2026-11-23'
  if (type.kind === 'text') return 'a text'
  const values = type.values.slice(0, SHOWN).join(', ') + (type.values.length > SHOWN ? ', …' : '')
  return type.kind === 'enum' ? `one of ${values}` : `some of ${values}, with “, ” between them`
}
