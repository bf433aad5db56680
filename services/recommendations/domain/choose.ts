import type { Reason, Recommendation } from '@souk/contracts/recommendations'
import { cardOf, isAvailable, type Product } from './product.ts'
import type { Companion } from './taste.ts'

/** Products that may be recommended, each kind with the best first. */
export interface Candidates {
  readonly companions: readonly Companion[]
  readonly popularInCategory: readonly string[]
  readonly popular: readonly string[]
  readonly newInCategory: readonly string[]
  readonly new: readonly string[]
}

export interface Choice {
  /** Those for sale, by id. */
  readonly products: ReadonlyMap<string, Product>
  /** What is bought or looked at already. */
  readonly without: readonly string[]
  /** Whether what something goes with was bought before. */
  readonly isBought: boolean
  readonly category: Product['category']
  readonly currency: string
  readonly limit: number
}

/** The best reason to show each product, the strongest kind first; what can be had stands before what is sold out. */
export function choose(candidates: Candidates, choice: Choice): Recommendation[] {
  const { products, without, currency, limit } = choice
  const chosen = new Map<string, Recommendation>()
  for (const { productId, reason } of reasonsFor(candidates, choice)) {
    const product = products.get(productId)
    if (!product || chosen.has(productId) || without.includes(productId)) continue
    const card = cardOf(product, currency)
    if (card) chosen.set(productId, { ...card, reason })
  }
  const all = [...chosen.values()]
  return [...all.filter(isAvailable), ...all.filter((one) => !isAvailable(one))].slice(0, limit)
}

function reasonsFor(
  { companions, ...others }: Candidates,
  { products, isBought, category }: Choice,
): { productId: string; reason: Reason }[] {
  const together = companions.map(({ productId, because }) => ({
    productId,
    reason: boughtTogether(products.get(because), isBought),
  }))
  const of = (ids: readonly string[], reason: Reason) => ids.map((productId) => ({ productId, reason }))
  return [
    ...together,
    ...of(others.popularInCategory, { kind: 'popular_in_category', text: `Popular in ${category?.name}` }),
    ...of(others.popular, { kind: 'popular', text: 'Popular in this shop' }),
    ...of(others.newInCategory, { kind: 'new_in_category', text: `New in ${category?.name}` }),
    ...of(others.new, { kind: 'new', text: 'New in this shop' }),
  ]
}

/** What it goes with may not be for sale any more: then it is not named. */
function boughtTogether(because: Product | undefined, isBought: boolean): Reason {
  if (!because) return { kind: 'bought_together', text: 'Bought together with what you chose' }
  const { id: productId, title } = because
  const text = isBought ? `Because you bought ${title}` : `Bought together with ${title}`
  return { kind: 'bought_together', because: { productId, title }, text }
}
