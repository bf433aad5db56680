import { searchProducts } from '@souk/contracts/search'
import type { Result } from '@souk/kit/contract'
import { written } from '../parts/money.ts'
import { toCard } from './cards.ts'
import { found } from './found.ts'
import { queryOf } from './search-query.ts'
import type { Visitor } from './visitor.ts'

/** A page of products with what there is to narrow it by. */
export async function searchPage(
  asked: URLSearchParams,
  { ask }: Visitor,
  within: { category?: string } = {},
) {
  const { items, facets, total, nextCursor, corrected } = found<typeof searchProducts>(
    await ask(searchProducts, queryOf(asked, within)),
  )
  const currency = items[0]?.priceRange?.min.currency
  return {
    products: items.map(toCard),
    facets: facets.map((facet) => inShoppersWords(facet, currency)),
    total,
    nextCursor,
    corrected,
  }
}

type Facet = Extract<Result<typeof searchProducts>, { ok: true }>['body']['facets'][number]

const AT_HAND = new Set(['in_stock', 'low_stock'])

/** Whoever looks for what is there takes the last one as well: there is one choice, as the search has it. */
function inShoppersWords({ name, values }: Facet, currency: string | undefined): Facet {
  if (name === 'price' && currency)
    return { name, values: values.map((one) => ({ ...one, title: rangeOf(one.value, currency) })) }
  if (name !== 'availability') return { name, values }
  const count = values.reduce((sum, one) => sum + (AT_HAND.has(one.value) ? one.count : 0), 0)
  return { name, values: [{ value: 'in_stock', count, title: 'In stock' }] }
}

/** A range as the search tells it, `1000-2499` or `50000-`, in words. */
function rangeOf(value: string, currency: string): string {
  const [from = '0', to = ''] = value.split('-')
  const money = (amount: string) => written({ amount: Number(amount), currency })
  return to === '' ? `${money(from)} and more` : `${money(from)} – ${money(to)}`
}
