import type { completeCart as contract, Order as OrderView } from '@souk/contracts/orders'
import { answer, type Refusal, refuse } from '@souk/kit/contract'
import type { SagaView } from '@souk/kit/saga'
import { actorOf, type Claim, type Process, type ProcessRoom } from '@souk/kit/service'
import { viewOf } from '../domain/view.ts'
import { type CheckoutMemory, checkout } from '../sagas/checkout.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { tokenFor } from './order-token.ts'

/** Begins a checkout, once per idempotency key, and answers how far it got. */
export const completeCart: Process<typeof contract, OrdersStore> = async (input, room) => {
  const claim = room.claim as Claim
  const orderId = room.ids.next('ord')
  const memory: CheckoutMemory = {
    orderId,
    cartId: input.id,
    customerId: room.caller.kind === 'customer' ? room.caller.id : null,
    actor: actorOf(room.caller),
    methodId: input.paymentMethodId,
    paymentToken: input.paymentToken,
    returnUrl: input.returnUrl,
  }
  const isFirst = await room.transaction(
    async ({ store, sagas }) => {
      const isMine = await store.addCheckout(claim, orderId)
      if (isMine) await sagas.start(checkout, orderId, memory)
      return isMine
    },
    // What others may want as well; the order is nobody else's yet.
    `${claim.principal} ${claim.key}`,
  )
  if (!isFirst) return await answerAgain(claim, room)
  const view = await room.conduct(checkout, orderId)
  // A cart that could not even be frozen began nothing: the key stays free for the next try.
  if (view.state === 'undone' && !isFrozen(view.memory)) await room.store.removeCheckout(claim)
  return await answerFor(view, room)
}

const isFrozen = ({ cart, total }: CheckoutMemory) => cart !== undefined || total !== undefined

/** The key was used before: the same request gets the answer its checkout has by now. */
async function answerAgain(claim: Claim, room: ProcessRoom<OrdersStore>) {
  const before = await room.store.findCheckout(claim)
  if (!before) return refuse('idempotency_in_progress')
  if (before.fingerprint !== claim.fingerprint) return refuse('idempotency_key_reused')
  const view = await room.conduct(checkout, before.orderId)
  if (view.state === 'running') return refuse('idempotency_in_progress')
  const outcome = await answerFor(view, room)
  if ('refused' in outcome) return { ...outcome, replayed: true }
  return { ...outcome, headers: { ...outcome.headers, 'idempotent-replayed': 'true' } }
}

const GOES_ON =
  'The checkout has begun and goes on by itself; ask again with the same Idempotency-Key what became of it.'

async function answerFor(view: SagaView<CheckoutMemory>, room: ProcessRoom<OrdersStore>) {
  if (view.refusal) return told(view.refusal)
  const order = await shown(view.memory.orderId, room)
  if (!order) return refuse('unavailable', { detail: GOES_ON })
  if (view.state === 'completed') return answer(201, { type: 'order' as const, order })
  const url = view.memory.payment?.redirectUrl
  if (view.state === 'waiting' && view.memory.payment?.status === 'requires_action' && url) {
    return answer(202, {
      type: 'action_required' as const,
      order,
      action: { kind: 'redirect' as const, url },
    })
  }
  return answer(202, { type: 'processing' as const, order }, { 'retry-after': '2' })
}

/** Nothing while a fault keeps the checkout from placing the order. */
async function shown(orderId: string, room: ProcessRoom<OrdersStore>): Promise<OrderView | undefined> {
  const order = await room.store.find(orderId)
  return order && { ...viewOf(order), token: tokenFor(orderId, room) }
}

const CODES = [
  'payment_declined',
  'out_of_stock',
  'price_changed',
  'cart_incomplete',
  'cart_completed',
  'checkout_in_progress',
  'order_cancelled',
  'payment_method_unknown',
  'not_found',
  'invalid_request',
] as const

/** Why a checkout ended, in the words of this call. */
function told({ code, detail, errors }: Refusal) {
  const known = CODES.find((one) => one === code)
  return refuse(known ?? 'checkout_expired', { detail, errors })
}
