import { type Refusal, refuse } from '@souk/kit/contract'

/** Inventory's refusal in the shopper's words; it names each SKU and what is left. */
export function outOfStock(refusal: Refusal): Refusal {
  if (refusal.code !== 'insufficient_stock') return refuse('checkout_expired', { detail: refusal.detail })
  const errors = (refusal.errors ?? []).map((one) => ({ ...one, path: 'lines', code: 'out_of_stock' }))
  return refuse('out_of_stock', { detail: errors.map(({ message }) => message).join('; '), errors })
}
