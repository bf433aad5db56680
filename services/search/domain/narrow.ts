import { AVAILABILITY, attributeName, CATEGORY, type Columns, PRICE, type Row } from './columns.ts'
import { fold } from './fold.ts'
import { comesBefore, firstOf, type Order, type Place } from './order.ts'
import { priceRangesOf } from './price-ranges.ts'
import type { Facet, Wanted } from './search-index.ts'

/** Values a product must have one of. */
interface Filter {
  /** -1: nothing has it. */
  readonly facet: number
  readonly values: readonly number[]
}

/** How well products fit the words, by number; nothing where no words were asked for. */
export type Scores = ReadonlyMap<number, number>

interface Narrowed {
  /** One more than asked for, where there are more. */
  readonly page: readonly (Place & { no: number })[]
  readonly facets: Facet[]
  readonly total: number
}

const MOST_VALUES = 50

/**
 * Goes through what the words fit once. Every filter is a bit: a product that lacks none is a result and counts in every
 * facet; one that lacks just one counts in that filter's own facet, as it would be a result had it been chosen there.
 */
export function narrow(columns: Columns, scores: Scores | undefined, wanted: Wanted): Narrowed {
  const { currency, minPrice = 0, maxPrice = Number.POSITIVE_INFINITY } = wanted
  const filters = filtersOf(columns, wanted)
  const bits = bitsOf(columns, filters)
  const priceBit = 1 << filters.length
  const all = priceBit * 2 - 1
  const counts = new Int32Array(columns.values.length)
  const ranges = priceRangesOf(currency).map((range) => ({ ...range, count: 0 }))
  const isBefore = comesBefore(wanted.order)
  const page = firstOf<Place & { no: number }>(wanted.limit + 1, isBefore)
  let total = 0
  for (const row of scores ? rowsOf(columns, scores) : columns.allRows()) {
    const price = row.prices[currency]
    if (!price) continue
    const [min, max] = price
    let has = min <= maxPrice && max >= minPrice ? priceBit : 0
    for (const value of row.values) has |= bits[value] as number
    const lacks = all & ~has
    if (lacks === 0) {
      total++
      for (const value of row.values) counts[value] = (counts[value] as number) + 1
      const key = keyOf(row, { order: wanted.order, scores, price: min })
      const place = { key, id: row.id, no: row.no }
      if (!wanted.after || isBefore(wanted.after, place)) page.offer(place)
    } else if ((lacks & (lacks - 1)) === 0 && lacks !== priceBit) {
      const { facet } = filters[31 - Math.clz32(lacks)] as Filter
      for (const value of row.values)
        if (columns.values[value]?.facet === facet) counts[value] = (counts[value] as number) + 1
    }
    if (lacks === 0 || lacks === priceBit)
      for (const range of ranges) if (min <= range.to && max >= range.from) range.count++
  }
  return { page: page.kept, facets: facetsOf(columns, counts, ranges), total }
}

function* rowsOf({ rowOf }: Columns, scores: Scores): Generator<Row> {
  for (const no of scores.keys()) {
    const row = rowOf(no)
    if (row) yield row
  }
}

function keyOf(
  { no, titleKey }: Row,
  { order, scores, price }: { order: Order; scores: Scores | undefined; price: number },
): string | number {
  if (order === 'price' || order === '-price') return price
  if (order === 'title') return titleKey
  return order === 'relevance' ? (scores?.get(no) ?? 0) : ''
}

function filtersOf(columns: Columns, { category, inStock, attr = {} }: Wanted): Filter[] {
  const filters = Object.entries(attr).map(([name, values]) =>
    filterOf(columns, attributeName(name), values.map(fold)),
  )
  if (category !== undefined) filters.push(categoryFilter(columns, category))
  if (inStock !== undefined)
    filters.push(
      filterOf(columns, AVAILABILITY, inStock ? ['in_stock', 'low_stock'] : ['out_of_stock', 'backorder']),
    )
  return filters
}

function filterOf(columns: Columns, name: string, values: readonly string[]): Filter {
  const facet = columns.findFacet(name)
  if (facet === undefined) return { facet: -1, values: [] }
  return { facet, values: values.flatMap((value) => columns.findValue(facet, value) ?? []) }
}

function categoryFilter(columns: Columns, idOrSlug: string): Filter {
  const facet = columns.findFacet(CATEGORY) ?? -1
  const byId = columns.findValue(facet, idOrSlug)
  const found = byId ?? columns.values.findIndex((one) => one.facet === facet && one.value === idOrSlug)
  return { facet, values: found === -1 ? [] : [found] }
}

function bitsOf({ values }: Columns, filters: readonly Filter[]): Int32Array {
  const bits = new Int32Array(values.length)
  for (const [index, filter] of filters.entries())
    for (const value of filter.values) bits[value] = (bits[value] as number) | (1 << index)
  return bits
}

function facetsOf(
  { facets, values }: Columns,
  counts: Int32Array,
  ranges: readonly { value: string; count: number }[],
): Facet[] {
  const counted = facets.map((name) => ({ name, values: [] as Facet['values'][number][] }))
  for (const [index, { facet, value, title }] of values.entries()) {
    const count = counts[index] as number
    if (count > 0) counted[facet]?.values.push({ value, count, ...(title !== undefined && { title }) })
  }
  const price = {
    name: PRICE,
    values: ranges.filter(({ count }) => count > 0).map(({ value, count }) => ({ value, count })),
  }
  const own = [CATEGORY, AVAILABILITY]
  const [ours, theirs] = [
    counted.filter(({ name }) => own.includes(name)),
    counted.filter(({ name }) => !own.includes(name)),
  ]
  const inOrder = theirs.sort((a, b) => sum(b) - sum(a) || (a.name < b.name ? -1 : 1))
  return [...ours.map(mostFirst), price, ...inOrder.map(mostFirst)].filter(({ values }) => values.length > 0)
}

const sum = ({ values }: Facet): number => values.reduce((total, { count }) => total + count, 0)
const mostFirst = ({ name, values }: Facet): Facet => ({
  name,
  values: values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES),
})
