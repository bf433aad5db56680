import type { Invariant } from '../invariant.ts'
import { countCounters, countersAstray, givenTooOften } from '../store/pricing.ts'
import { isOver, type OrderStory } from '../story.ts'

export const promotions: Invariant = {
  id: 'P1',
  title: 'What is given is counted once for each order that stands, and no limit is passed',
  eachOrder(story, { looked, offends }) {
    const { id, order, redemption } = story
    if (!order && !redemption) return
    looked()
    const what = wrongRedemption(story)
    if (what) offends({ id, about: id, says: `Order ${id} ${what}.` })
  },
  async wholeShop({ snapshots, isUnderWay }, { looked, offends }) {
    const pricing = snapshots.of('pricing')
    looked(await countCounters(pricing))
    for (const { name, says } of await countersAstray(pricing))
      offends({ id: name, about: name, says: `The counter ${name} ${says}.` })
    for (const { promotionId, orderIds, times } of await givenTooOften(pricing)) {
      if (orderIds.some(isUnderWay)) continue
      const says = `Promotion ${promotionId} was given to one customer ${times} times: ${orderIds.join(', ')}.`
      offends({ id: promotionId, about: orderIds[0] ?? promotionId, says })
    }
  },
}

const textOf = (uses: readonly { promotionId: string; amount: number }[]): string =>
  uses
    .map(({ promotionId, amount }) => `${promotionId} for ${amount}`)
    .sort()
    .join(', ') || 'nothing'

function wrongRedemption({ order, redemption, sagas }: OrderStory): string | undefined {
  const counted = redemption?.state === 'live' ? textOf(redemption.uses) : 'nothing'
  if (!order || order.status === 'cancelled') {
    const isTold = sagas.every(isOver)
    return counted !== 'nothing' && isTold ? `came to nothing, and is counted as given ${counted}` : undefined
  }
  const given = (order.document.promotions ?? []).filter(({ isCounted }) => isCounted)
  const wanted = textOf(given.map(({ promotionId, amount }) => ({ promotionId, amount: amount.amount })))
  return wanted === counted ? undefined : `was given ${wanted}, and is counted as given ${counted}`
}
