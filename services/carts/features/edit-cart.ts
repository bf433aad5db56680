import { type Refusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { closed } from '../domain/access.ts'
import { advance, type Cart } from '../domain/cart.ts'
import { shownAsIs } from '../domain/reprice.ts'
import { viewOf } from '../domain/view.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { findCart, mayOpen } from './find-cart.ts'
import { priceCart } from './price-cart.ts'
import { show } from './show-cart.ts'

/** A pure change of a cart. */
export type Edit<Code extends string> = (cart: Cart) => Cart | Refusal<Code>

/**
 * Changes an open cart and answers it as it is then. First without a lock: read, decide, ask for its price,
 * write if nobody else did meanwhile; two statements and one commit. Whoever loses that race decides again
 * behind the row's lock, so that every change of many at once takes effect.
 */
export async function editCart<Code extends string>(
  id: string,
  edit: Edit<Code>,
  room: ProcessRoom<CartsStore>,
) {
  const seen = await findCart(id, room)
  if (!seen) return refuse('not_found')
  const edited = closed(seen) ?? edit(seen)
  if ('refused' in edited) return edited
  if (edited === seen) return await show(seen, room)
  const shown = await priceCart(advance(edited, toTimestamp(room.clock.now())), room)
  if (await room.store.save(shownAsIs(shown.cart))) return viewOf(shown)
  const refusal = await editLocked(id, edit, room)
  if (refusal) return refusal
  const cart = await findCart(id, room)
  return cart ? await show(cart, room) : refuse('not_found')
}

const editLocked = <Code extends string>(id: string, edit: Edit<Code>, room: ProcessRoom<CartsStore>) =>
  room.transaction(async ({ store, caller, clock }) => {
    const cart = await store.lock(id)
    if (!cart || !mayOpen(cart, caller)) return refuse('not_found')
    const edited = closed(cart) ?? edit(cart)
    if ('refused' in edited) return edited
    if (edited !== cart) await store.save(advance(edited, toTimestamp(clock.now())))
    return undefined
  })
