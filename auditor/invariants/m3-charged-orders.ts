import type { Invariant } from '../invariant.ts'
import { boughtFor } from '../store/orders.ts'
import { nameOf, type OrderStory } from '../story.ts'

const STANDING = ['confirmed', 'processing', 'completed', 'on_hold']

export const chargedOrders: Invariant = {
  id: 'M3',
  title: 'Money that is kept belongs to one order that stands, and an order that stands has its money',
  eachOrder(story, { looked, offends }) {
    const { id, order, payments } = story
    if (!order && payments.length === 0 && story.entries.length === 0) return
    looked()
    const name = nameOf(story)
    const says = (what: string) => offends({ id: payments[0]?.id ?? id, about: id, says: what })
    const isStanding = order !== undefined && STANDING.includes(order.status)
    const [ours, theirs] = [keptByUs(story), keptByProvider(story)]
    if (!isStanding && (ours > 0 || theirs > 0))
      says(
        `${name} is ${order?.status ?? 'nowhere'}, and of its money we keep ${ours}, the provider ${theirs}.`,
      )
    const held = sum(payments.map((one) => one.authorized - one.captured - one.voided))
    if (!isStanding && held > 0)
      says(`${name} is ${order?.status ?? 'nowhere'}, and ${held} are still held for it.`)
    const due = order ? boughtFor(order).total.amount : 0
    if (isStanding && due > 0 && !payments.some(({ authorized }) => authorized > 0))
      says(`${name} is ${order.status} for ${due}, and no payment of it was ever authorized.`)
  },
}

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)

const keptByUs = ({ payments }: OrderStory) => sum(payments.map((one) => one.captured - one.refunded))

function keptByProvider({ entries }: OrderStory): number {
  const sum = (kind: string) =>
    entries
      .filter((one) => one.kind === kind && one.status === 'succeeded')
      .reduce((total, { amount }) => total + amount, 0)
  return sum('capture') - sum('refund')
}
