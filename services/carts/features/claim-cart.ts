import type { claimCart as contract } from '@souk/contracts/carts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { closed } from '../domain/access.ts'
import { advance } from '../domain/cart.ts'
import { claim } from '../domain/claim.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { findCart } from './find-cart.ts'
import { show } from './show-cart.ts'

/** Answers the cart that goes on; claiming again answers it again. */
export const claimCart: Process<typeof contract, CartsStore> = async ({ id }, room) => {
  if (room.caller.kind !== 'customer') return refuse('unauthenticated')
  const customerId = room.caller.id
  const survivor = await room.transaction((inside) => tie({ id, customerId }, inside))
  if (isRefusal(survivor)) return survivor
  const cart = await findCart(survivor.id, room)
  return cart ? await show(cart, room) : refuse('not_found')
}

async function tie(
  { id, customerId }: { id: string; customerId: string },
  { store, clock }: FeatureRoom<CartsStore>,
) {
  await store.lockCustomer(customerId)
  const [ownId = id] = (await store.findActiveOf(customerId)).filter((one) => one !== id)
  const locked = await store.lockAll([id, ownId])
  const guest = locked.find((cart) => cart.id === id)
  if (!guest || (guest.customerId !== null && guest.customerId !== customerId)) return refuse('not_found')
  if (guest.customerId === customerId) return { id: guest.mergedInto ?? id }
  const refusal = closed(guest)
  if (refusal) return refusal
  const own = locked.find(
    (cart) => cart.id !== id && cart.customerId === customerId && cart.status === 'active',
  )
  const claimed = claim({ guest, own, customerId })
  if (isRefusal(claimed)) return claimed
  const at = toTimestamp(clock.now())
  await store.save(advance(claimed.survivor, at))
  if (claimed.emptied) await store.save(advance(claimed.emptied, at))
  return { id: claimed.survivor.id }
}
