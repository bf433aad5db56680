/** What is wanted in the shop, as it was weighed at one moment. */
export interface Demand {
  readonly weightOf: (productId: string) => number
  /** The most wanted first. */
  readonly popular: readonly string[]
  readonly popularIn: (categoryId: string | undefined) => readonly string[]
}

/** So many of a category are ever shown. */
const LONGEST = 50

/** From products by how much they are wanted, the most wanted first. */
export function toDemand(
  weighed: readonly { productId: string; categoryId: string | null; weight: number }[],
): Demand {
  const weights = new Map(weighed.map(({ productId, weight }) => [productId, weight]))
  const byCategory = Map.groupBy(weighed, ({ categoryId }) => categoryId)
  const top = (list: readonly { productId: string }[] = []) =>
    list.slice(0, LONGEST).map(({ productId }) => productId)
  const tops = new Map([...byCategory].map(([category, list]) => [category, top(list)]))
  return {
    weightOf: (productId) => weights.get(productId) ?? 0,
    popular: top(weighed),
    popularIn: (categoryId) => (categoryId === undefined ? [] : (tops.get(categoryId) ?? [])),
  }
}
