import { facts, type Letter, paragraph } from '../letter.ts'

/** There is little left of a SKU. */
export const stockLow = ({
  sku,
  available,
  threshold,
}: {
  sku: string
  available: number
  threshold: number
}): Letter => ({
  subject: available > 0 ? `Only ${available} of ${sku} left` : `${sku} is sold out`,
  preview: `It is little from ${threshold} on.`,
  heading: available > 0 ? 'Stock runs low' : 'Sold out',
  blocks: [
    facts(sku, [`${Math.max(0, available)} may still be sold`, `${threshold} or fewer is little`]),
    paragraph('You hear of it again when there was enough in between.'),
  ],
})
