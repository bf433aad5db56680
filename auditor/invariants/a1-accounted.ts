import type { Invariant } from '../invariant.ts'
import type { StoredOrder } from '../store/orders.ts'

export const accounted: Invariant = {
  id: 'A1',
  title: 'An order’s timeline tells, in order of time and by whom, how it came to be what it is',
  eachOrder({ id, order }, { looked, offends }) {
    if (!order) return
    looked()
    for (const what of wrongTimeline(order)) offends({ id, about: id, says: `Order ${id} ${what}.` })
  },
}

function wrongTimeline({ status, wasConfirmed, document: { timeline } }: StoredOrder): string[] {
  const types = timeline.map(({ type }) => type)
  const nameless = timeline.find(({ actor }) => !actor)
  const backward = timeline.find(({ at }, index) => at < (timeline[index - 1]?.at ?? ''))
  const count = (type: string) => types.filter((one) => one === type).length
  return [
    ...(types[0] !== 'placed' ? [`was ${types[0] ?? 'nothing'} before it was placed`] : []),
    ...(wasConfirmed && count('confirmed') !== 1
      ? [`was confirmed ${count('confirmed')} times by its timeline`]
      : []),
    ...(!wasConfirmed && count('confirmed') > 0 ? ['was never confirmed, and its timeline says it was'] : []),
    ...(status === 'cancelled' && count('cancelled') !== 1
      ? [`was cancelled ${count('cancelled')} times by its timeline`]
      : []),
    ...(nameless ? [`was ${nameless.type} by nobody`] : []),
    ...(backward ? [`was ${backward.type} at ${backward.at}, before what stands above it`] : []),
  ]
}
