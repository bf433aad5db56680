import type { listCartPaymentMethods as contract } from '@souk/contracts/carts'
import { listPaymentMethods as methodsFor } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { CartsStore } from '../store/carts-store.ts'
import { answered } from './answered.ts'
import { findCart } from './find-cart.ts'
import { priceCart } from './price-cart.ts'

export const listPaymentMethods: Query<typeof contract, CartsStore> = async ({ id }, room) => {
  const cart = await findCart(id, room)
  if (!cart) return refuse('not_found')
  const { totals } = cart.frozen?.quote ?? (await priceCart(cart, room)).quote
  const { items } = answered(await room.ask(methodsFor, { amount: totals.total }))
  return { items, nextCursor: null }
}
