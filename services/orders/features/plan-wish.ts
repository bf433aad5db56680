import type { editOrder as contract } from '@souk/contracts/orders'
import { type Input, isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { ProcessRoom } from '@souk/kit/service'
import { type Added, type EditPlan, planEdit, type Wanted } from '../domain/edit.ts'
import type { Order } from '../domain/order.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { type NewUnits, priceAdded } from './price-added.ts'

type WishedLines = Input<typeof contract>['lines']

/** A wish with everything others had to be asked for; it fits the order as it was when they were asked. */
export interface PricedWish {
  wanted: readonly Wanted[]
  added: readonly Added[]
  edits: number
}

/** Asks what is added, before anything is locked. */
export async function priceWish(
  order: Order,
  lines: WishedLines,
  room: Pick<ProcessRoom<OrdersStore>, 'ask' | 'ids' | 'clock'>,
): Promise<PricedWish | Refusal<'unknown_sku' | 'amount_too_large' | 'invalid_request'>> {
  const wanted = lines.flatMap((line) => ('lineId' in line ? [line] : []))
  if (new Set(wanted.map(({ lineId }) => lineId)).size < wanted.length)
    return refuse('invalid_request', { detail: 'Name each line once.' })
  const grown = wanted.flatMap(({ lineId, quantity }): NewUnits[] => {
    const line = order.lines.find(({ id }) => id === lineId)
    return line && quantity > line.quantity
      ? [{ sku: line.sku, quantity: quantity - line.quantity, line }]
      : []
  })
  const brandNew = lines.flatMap((line): NewUnits[] => ('sku' in line ? [line] : []))
  const added = await priceAdded(order, [...grown, ...brandNew], room)
  return isRefusal(added) ? added : { wanted, added, edits: order.edits?.length ?? 0 }
}

/** The plan for the order as it is now, which nobody may have edited since the wish was priced. */
export function planWish(
  order: Order,
  { wanted, added, edits }: PricedWish,
): EditPlan | Refusal<'order_being_edited' | 'edit_below_fulfilled' | 'edit_empties_order' | 'unknown_line'> {
  return (order.edits?.length ?? 0) === edits
    ? planEdit(order, wanted, added)
    : refuse('order_being_edited', { detail: 'It was edited just now; look at it again.' })
}
