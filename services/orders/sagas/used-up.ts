import { type Refusal, refuse } from '@souk/kit/contract'

/** Pricing's refusal in the shopper's words: a discount they were shown is not to be had any more. */
export function usedUp(refusal: Refusal): Refusal {
  if (refusal.code !== 'promotion_exhausted') return refuse('checkout_expired', { detail: refusal.detail })
  const errors = (refusal.errors ?? []).map((one) => ({ ...one, code: 'price_changed' }))
  return refuse('price_changed', { detail: errors.map(({ message }) => message).join('; '), errors })
}
