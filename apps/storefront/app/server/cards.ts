import type { Product } from '@souk/contracts/catalog'
import type { Card } from '../parts/product-card.tsx'

/** As much of a product as a list of them shows: the rest would be sent for nothing. */
export const toCard = ({
  id,
  slug,
  title,
  images,
  priceRange,
  variants,
}: Omit<Card, 'images'> & Pick<Product, 'images'>): Card => ({
  id,
  slug,
  title,
  images: images.slice(0, 1),
  priceRange,
  variants: variants.map(({ availability }) => ({ availability })),
})
