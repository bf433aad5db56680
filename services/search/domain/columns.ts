import type { Availability } from '@souk/contracts/values'
import type { Facts } from './entry.ts'
import { fold } from './fold.ts'

export const CATEGORY = 'category'
export const PRICE = 'price'
export const AVAILABILITY = 'availability'

/** What the index knows of a product beside its text. */
export interface Known {
  readonly no: number
  readonly id: string
  readonly titleKey: string
  readonly facts: Facts
  /** Of the variant that is most at hand. */
  readonly availability: Availability
}

export interface Row {
  readonly no: number
  readonly id: string
  readonly titleKey: string
  readonly prices: Facts['prices']
  /** Numbers of its values. */
  readonly values: readonly number[]
}

interface Value {
  readonly facet: number
  /** What it is told apart by within its facet. */
  readonly key: string
  readonly value: string
  readonly title?: string
}

/**
 * What products are narrowed and ordered by, in memory: a number for every value of every facet, and a list of such
 * numbers for every product. Counting how many products have each value is then adding up numbers.
 */
export interface Columns {
  rowOf(no: number): Row | undefined
  /** Those numbered last first, which are the newest but for a few: a page of the newest is full at once. */
  allRows(): Iterable<Row>
  readonly facets: readonly string[]
  readonly values: readonly Value[]
  /** Another one whenever a product was put in or dropped. */
  version(): number
  put(known: Known): void
  drop(no: number): void
  findFacet(name: string): number | undefined
  findValue(facet: number, value: string): number | undefined
}

export function newColumns(): Columns {
  const rows: (Row | undefined)[] = []
  const facets: string[] = []
  const values: Value[] = []
  const facetNumbers = new Map<string, number>()
  const valueNumbers = new Map<string, number>()
  let version = 0
  const facetOf = (name: string): number => {
    const key = facetKey(name)
    const found = facetNumbers.get(key) ?? facets.push(name) - 1
    facetNumbers.set(key, found)
    return found
  }
  const numberOf = (name: string, told: { key: string; value: string; title?: string }): number => {
    const facet = facetOf(name)
    const key = `${facet} ${told.key}`
    const found = valueNumbers.get(key)
    if (found === undefined) {
      valueNumbers.set(key, values.length)
      return values.push({ facet, ...told }) - 1
    }
    // A category may have another name by now.
    if (told.title !== undefined) values[found] = { facet, ...told }
    return found
  }
  return {
    rowOf: (no) => rows[no],
    *allRows() {
      for (let no = rows.length - 1; no >= 0; no--) {
        const row = rows[no]
        if (row) yield row
      }
    },
    facets,
    values,
    version: () => version,
    put({ no, id, titleKey, facts: { prices, attributes, categories }, availability }) {
      version++
      const own = [
        ...categories.map(({ id, slug, name }) => numberOf(CATEGORY, { key: id, value: slug, title: name })),
        numberOf(AVAILABILITY, { key: availability, value: availability }),
        ...attributes.map(([name, value]) => numberOf(attributeName(name), { key: fold(value), value })),
      ]
      rows[no] = { no, id, titleKey, prices, values: [...new Set(own)] }
    },
    drop(no) {
      version++
      rows[no] = undefined
    },
    findFacet: (name) => facetNumbers.get(facetKey(name)),
    findValue: (facet, value) => valueNumbers.get(`${facet} ${value}`),
  }
}

const RESERVED = new Set([CATEGORY, PRICE, AVAILABILITY])
const facetKey = (name: string): string => (RESERVED.has(name) ? name : `attr ${fold(name)}`)
/** An attribute called as one of our own facets is told apart by its first letter. */
export const attributeName = (name: string): string =>
  RESERVED.has(name) ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name
