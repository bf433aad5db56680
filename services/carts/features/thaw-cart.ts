import type { thawCart as contract } from '@souk/contracts/carts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { advance, type Cart } from '../domain/cart.ts'
import { thaw } from '../domain/checkout.ts'
import type { CartsStore } from '../store/carts-store.ts'

type Room = ProcessRoom<CartsStore>

/** Mostly nobody else is at a frozen cart: read and written in two statements, behind its lock only where somebody was. */
export const thawCart: Process<typeof contract, CartsStore> = async ({ id, checkoutId }, room) => {
  const seen = await room.store.find(id)
  const thawed = seen && thawedNow(seen, checkoutId, room)
  if (!thawed || (await room.store.save(thawed))) return undefined
  return await room.transaction(async ({ store }) => {
    const cart = await store.lock(id)
    const again = cart && thawedNow(cart, checkoutId, room)
    if (again) await store.save(again)
    return undefined
  })
}

const thawedNow = (cart: Cart, checkoutId: string, { clock }: Room): Cart | undefined =>
  cart.thawed.includes(checkoutId) ? undefined : advance(thaw(cart, checkoutId), toTimestamp(clock.now()))
