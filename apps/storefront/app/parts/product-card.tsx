import { Link } from 'react-router'
import { writtenRange } from './money.ts'
import { Picture } from './picture.tsx'

interface Money {
  readonly amount: number
  readonly currency: string
}
export interface Card {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly images: readonly {
    url: string
    alt: string
    width?: number | undefined
    height?: number | undefined
  }[]
  readonly priceRange: { min: Money; max: Money } | null
  readonly variants: readonly { availability: string }[]
}

export function ProductGrid({ products, isFirst = false }: { products: readonly Card[]; isFirst?: boolean }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:grid-cols-4">
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} isFirst={isFirst && index < 4} />
        </li>
      ))}
    </ul>
  )
}

function ProductCard({ product, isFirst }: { product: Card; isFirst: boolean }) {
  const isSoldOut = product.variants.every(({ availability }) => availability === 'out_of_stock')
  return (
    <Link to={`/products/${product.slug}`} prefetch="intent" className="group block">
      <Picture
        image={product.images[0]}
        sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 30vw, 45vw"
        isFirst={isFirst}
      />
      <p className="mt-3 font-medium group-hover:text-clay">{product.title}</p>
      <p className="text-soft">
        {product.priceRange ? writtenRange(product.priceRange) : 'No price yet'}
        {isSoldOut && <span className="ml-2 text-bad">Sold out</span>}
      </p>
    </Link>
  )
}
