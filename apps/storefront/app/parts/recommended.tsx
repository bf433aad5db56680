import { useEffect, useState } from 'react'
import { type Card, ProductGrid } from './product-card.tsx'

type Recommendation = Card & { readonly reason: { readonly text: string } }

/** Asked for once the page stands: what goes with a product is nothing its page should wait for. */
export function Recommended({ productId }: { productId: string }) {
  const items = useRecommended(productId)
  if (items.length === 0) return null
  return (
    <section className="mt-16" aria-labelledby="recommended">
      <h2 id="recommended" className="mb-4 text-2xl">
        {items[0]?.reason.text}
      </h2>
      <ProductGrid products={items} />
    </section>
  )
}

function useRecommended(productId: string): readonly Recommendation[] {
  const [items, setItems] = useState<readonly Recommendation[]>([])
  useEffect(() => {
    const left = new AbortController()
    fetch(`/store/v1/products/${productId}/recommendations?limit=4`, { signal: left.signal })
      .then(async (response) =>
        response.ok ? ((await response.json()) as { items: Recommendation[] }).items : [],
      )
      .then(setItems, () => {})
    return () => left.abort()
  }, [productId])
  return items
}
