import type { addCode as contract } from '@souk/contracts/carts'
import type { NamedCode } from '@souk/contracts/promotions'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { closed } from '../domain/access.ts'
import type { Cart } from '../domain/cart.ts'
import { withCode } from '../domain/codes.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { editCart } from './edit-cart.ts'
import { findCart } from './find-cart.ts'
import { variantsOf } from './find-variants.ts'
import { quoteFor } from './price-cart.ts'

/** Kept only where it gives something now; one that was good and is not any more stays, and gives nothing. */
export const addCode: Process<typeof contract, CartsStore> = async ({ id, code }, room) => {
  const cart = await findCart(id, room)
  if (!cart) return refuse('not_found')
  const refusal = closed(cart)
  if (refusal) return refusal
  const named = withCode(cart, code)
  if (isRefusal(named)) return named
  const outcome = await outcomeOf(named, room)
  if (outcome && outcome.outcome !== 'given') return notApplicable(outcome)
  return await editCart(id, (found) => withCode(found, code), room)
}

/** Of the code named last. */
async function outcomeOf(cart: Cart, room: ProcessRoom<CartsStore>): Promise<NamedCode | undefined> {
  const { codes } = await quoteFor({ cart, variants: await variantsOf(cart, room) }, room)
  return codes?.at(-1)
}

const WHY: Record<Exclude<NamedCode['outcome'], 'given'>, string> = {
  unknown: 'There is no such code.',
  not_eligible: 'The cart does not meet what this code asks for.',
  blocked: 'This code cannot be combined with what the cart is given already.',
  nothing_left: 'There is nothing in the cart this code could take something off.',
  exhausted: 'This code was used up.',
}

function notApplicable({ outcome, because }: NamedCode) {
  const message = WHY[outcome as keyof typeof WHY]
  return refuse('code_not_applicable', {
    detail: message,
    errors: [{ path: 'code', code: outcome, message, ...(because !== undefined && { because }) }],
  })
}
