import type { Invariant } from '../invariant.ts'
import { isYoung } from '../patience.ts'
import { frozenCarts } from '../store/other-tables.ts'
import { sagasOf } from '../store/sagas.ts'
import { isConducted, isOver, type OrderStory } from '../story.ts'

export const comesToAnEnd: Invariant = {
  id: 'O1',
  title:
    'Every checkout comes to an end: the order is confirmed or cancelled, the cart completed or open again',
  eachOrder(story, { looked, offends }) {
    const { id, order, sagas } = story
    if (order || sagas.length > 0) looked()
    for (const { name, state, startedAt, error } of sagas.filter(
      (saga) => saga.state === 'stuck' || !isOver(saga),
    ))
      offends({
        id,
        about: id,
        says: `The ${name} of order ${id} is ${state} since ${startedAt.toISOString()}${error ? `: ${error}` : ''}.`,
      })
    for (const what of wrongEnd(story)) offends({ id, about: id, says: `Order ${id} ${what}.` })
  },
  async wholeShop({ snapshots, patience, isUnderWay }, { looked, offends }) {
    const frozen = await frozenCarts(snapshots.of('carts'))
    looked(frozen.length)
    const checkouts = await sagasOf(
      snapshots.of('orders'),
      frozen.map(({ checkoutId }) => checkoutId ?? ''),
    )
    const byOrder = new Map(checkouts.map((saga) => [saga.key, saga]))
    for (const { id, checkoutId, updatedAt } of frozen) {
      const saga = byOrder.get(checkoutId ?? '')
      const isExcused = isYoung(updatedAt, patience) || isUnderWay(id) || isUnderWay(checkoutId ?? '')
      if (isExcused || (saga && !patience.isStrict && isConducted(saga, patience))) continue
      if (saga?.endedAt && isYoung(saga.endedAt, patience)) continue
      const whose = checkoutId ?? 'no order'
      offends({
        id,
        about: checkoutId ?? id,
        says: `Cart ${id} is frozen for ${whose}, whose checkout is ${saga?.state ?? 'not there'}.`,
      })
    }
  },
}

function wrongEnd({ order, sagas }: OrderStory): string[] {
  if (!order) return []
  const checkout = sagas.find(({ name }) => name === 'checkout')
  const cancellation = sagas.find(({ name }) => name === 'cancellation')
  const { status, wasConfirmed, document } = order
  if (!checkout) return [`is ${status}, and no checkout made it`]
  if (status === 'pending' && isOver(checkout)) return [`is pending, and its checkout is ${checkout.state}`]
  if (checkout.state === 'completed' && !wasConfirmed)
    return [`was never confirmed, and its checkout is completed`]
  if (checkout.state === 'undone' && status !== 'cancelled')
    return [`is ${status}, and its checkout was undone`]
  const goesOn = (name: string) => sagas.some((saga) => saga.name === name && !isOver(saga))
  if (document.editing && !goesOn('edit')) return ['is being edited, and no edit is under way']
  if (document.attempts?.some(({ state }) => state === 'open') && !goesOn('further-payment'))
    return ['is being paid, and no payment is under way']
  if (status === 'cancelled' && wasConfirmed && !cancellation)
    return ['was cancelled after it was confirmed, and nothing gives money and goods back']
  return []
}
