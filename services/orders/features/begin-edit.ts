import { answer, isRefusal, isStale, type Refusal, refuse } from '@souk/kit/contract'
import { actorOf, type FeatureRoom, type ProcessRoom } from '@souk/kit/service'
import { bookEdit, type Exchange, editable } from '../domain/book-edit.ts'
import type { Order } from '../domain/order.ts'
import { viewOf } from '../domain/view.ts'
import { edit } from '../sagas/edit.ts'
import { settlement } from '../sagas/settlement.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { requestOf } from './capture-order.ts'
import { type PricedWish, planWish } from './plan-wish.ts'

type Room = ProcessRoom<OrdersStore>

export interface Begun<Code extends string> {
  order: Order
  wish: PricedWish
  reason?: string | undefined
  /** What comes back for what is added, decided on the order as it is when the edit is booked. */
  exchange?: (order: Order, returnId: string) => Exchange | Refusal<Code>
}

/** The edit the same request began before. */
export const editOf = ({ editing, edits = [] }: Order, request: string): string | undefined =>
  [...edits, ...(editing ? [editing] : [])].find((one) => one.request === request)?.id

/**
 * Books an edit, so that nobody sends or refunds what it takes away and nobody edits meanwhile, and conducts it. An edit
 * names the order as whoever made it saw it, by `If-Match`, or means whatever is there.
 */
export async function beginEdit<Code extends string>(begun: Begun<Code>, room: Room) {
  const { id } = begun.order
  const editId = room.ids.next('edit')
  const refusal = await room.transaction((inside) => book(begun, editId, inside))
  return refusal ?? (await conductEdit(id, editId, room))
}

async function book<Code extends string>(
  { order, wish, reason, exchange: decide }: Begun<Code>,
  editId: string,
  room: FeatureRoom<OrdersStore>,
) {
  const now = await room.store.lock(order.id)
  if (!now) return refuse('not_found')
  if (isStale(room.ifMatch, now.version))
    return refuse('version_conflict', { detail: `The order is at version ${now.version} now.` })
  const unfit = editable(now, { isExchange: decide !== undefined })
  if (unfit) return unfit
  const exchange = decide?.(now, room.ids.next('ret'))
  if (isRefusal(exchange)) return exchange
  const plan = planWish(now, wish)
  if (isRefusal(plan)) return plan
  const made = { id: editId, plan, reason, exchange }
  await room.store.save(bookEdit(now, made, requestOf(room)))
  const memory = { orderId: order.id, edit: made, actor: actorOf(room.caller) }
  await room.sagas.start(edit, keyOf(order.id, editId), memory)
  return undefined
}

const keyOf = (orderId: string, editId: string) => `${orderId} ${editId}`

/** Conducts an edit and what follows from it as far as it goes now; the rest goes on by itself. */
export async function conductEdit(orderId: string, editId: string, room: Room) {
  const key = keyOf(orderId, editId)
  const view = await room.conduct(edit, key)
  if (view.refusal) return told(view.refusal)
  if (view.state === 'completed') await room.conduct(settlement, key)
  const order = await room.store.find(orderId)
  if (!order || view.state !== 'completed') return refuse('unavailable', { detail: GOES_ON })
  return answer(201, viewOf(order))
}

const GOES_ON =
  'The edit has begun and goes on by itself; ask again with the same Idempotency-Key what became of it.'

/** Why an edit came to nothing, in the words of its call. */
function told({ code, detail, errors }: Refusal) {
  if (code === 'out_of_stock') return refuse('out_of_stock', { detail, errors })
  return refuse('order_not_editable', {
    detail:
      code === 'order_cancelled' ? 'The order was cancelled meanwhile.' : 'It took too long and was undone.',
  })
}
