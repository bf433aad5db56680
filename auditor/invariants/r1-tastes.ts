import type { Invariant } from '../invariant.ts'
import type { OrderStory } from '../story.ts'

/** Recommendations keep no more of a long order. */
const SKUS_KEPT = 50

export const tastes: Invariant = {
  id: 'R1',
  title:
    'Recommendations count each confirmed order they heard of by its SKUs, without what came back, and no other',
  eachOrder(story, { looked, offends }) {
    const { id, purchase } = story
    if (!purchase) return
    looked()
    const [counted, bought] = [textOf(purchase.skus), textOf(boughtIn(story))]
    if (counted === bought) return
    offends({ id, about: id, says: `Order ${id} bought ${bought}, and recommendations count ${counted}.` })
  },
}

function boughtIn({ order, returned }: OrderStory): string[] {
  if (!order?.wasConfirmed || order.status === 'cancelled') return []
  const units = new Map<string, number>()
  for (const { sku, quantity } of order.document.lines) units.set(sku, (units.get(sku) ?? 0) + quantity)
  return [...units]
    .slice(0, SKUS_KEPT)
    .filter(([sku, quantity]) => quantity > (returned.get(sku) ?? 0))
    .map(([sku]) => sku)
}

const textOf = (skus: readonly string[]): string => [...skus].sort().join(', ') || 'nothing'
