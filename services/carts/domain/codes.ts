import { type Refusal, refuse } from '@souk/kit/contract'
import type { Cart } from './cart.ts'

const MOST_CODES = 10

/** However a code is written, it is the same. */
const same = (a: string) => (b: string) => a.trim().toUpperCase() === b.trim().toUpperCase()

/** The cart given where it has that code. */
export function withCode(cart: Cart, code: string): Cart | Refusal<'too_many_codes'> {
  const { codes = [] } = cart
  if (codes.some(same(code))) return cart
  if (codes.length >= MOST_CODES)
    return refuse('too_many_codes', { detail: `Take one out first: a cart holds ${MOST_CODES}.` })
  return { ...cart, codes: [...codes, code] }
}

/** The cart given where it has no such code. */
export function withoutCode(cart: Cart, code: string): Cart {
  const { codes = [], ...rest } = cart
  const left = codes.filter((one) => !same(code)(one))
  if (left.length === codes.length) return cart
  return left.length > 0 ? { ...rest, codes: left } : rest
}

/** Those of both, the first ones first, as many as a cart holds. */
export const mergeCodes = ({ codes: own = [] }: Cart, { codes: guest = [] }: Cart): string[] =>
  [...own, ...guest.filter((code) => !own.some(same(code)))].slice(0, MOST_CODES)
