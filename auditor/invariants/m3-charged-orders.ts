import type { Invariant } from '../invariant.ts'
import { nameOf, type OrderStory } from '../story.ts'

const STANDING = ['confirmed', 'processing', 'completed', 'on_hold']

export const chargedOrders: Invariant = {
  id: 'M3',
  title: 'Money that is kept belongs to one order that stands, and an order that stands has its money',
  eachOrder(story, { looked, offends }) {
    const { id, order, payment } = story
    if (!order && !payment && story.entries.length === 0) return
    looked()
    const name = nameOf(story)
    const says = (what: string) => offends({ id: payment?.id ?? id, about: id, says: what })
    const isStanding = order !== undefined && STANDING.includes(order.status)
    const [ours, theirs] = [keptByUs(story), keptByProvider(story)]
    if (!isStanding && (ours > 0 || theirs > 0))
      says(
        `${name} is ${order?.status ?? 'nowhere'}, and of its money we keep ${ours}, the provider ${theirs}.`,
      )
    if (!isStanding && payment && payment.authorized > payment.captured + payment.voided)
      says(
        `${name} is ${order?.status ?? 'nowhere'}, and ${payment.authorized - payment.captured - payment.voided} are still held for it.`,
      )
    const due = order?.document.totals.total.amount ?? 0
    if (isStanding && due > 0 && !payment?.authorized)
      says(`${name} is ${order.status} for ${due}, and no payment of it was ever authorized.`)
  },
}

const keptByUs = ({ payment }: OrderStory) => (payment ? payment.captured - payment.refunded : 0)

function keptByProvider({ entries }: OrderStory): number {
  const sum = (kind: string) =>
    entries
      .filter((one) => one.kind === kind && one.status === 'succeeded')
      .reduce((total, { amount }) => total + amount, 0)
  return sum('capture') - sum('refund')
}
