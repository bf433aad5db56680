import type { PriceList } from '@souk/contracts/catalog'
import { edited } from './edited.ts'
import { timeOf } from './schedule.ts'

type ListEdit = { readonly [Field in keyof PriceList]?: PriceList[Field] | undefined }

/** A list with the fields given; each group is named once. */
export const editList = (
  before: PriceList,
  { startsAt, endsAt, customerGroups, ...edit }: ListEdit,
): PriceList => ({
  ...edited(before, edit),
  startsAt: timeOf(startsAt, before.startsAt),
  endsAt: timeOf(endsAt, before.endsAt),
  customerGroups: [...new Set(customerGroups ?? before.customerGroups)],
})

/** Whether it would end before it starts. Times are all written alike, so text compares. */
export const isBackwards = ({ startsAt, endsAt }: PriceList): boolean =>
  startsAt !== null && endsAt !== null && endsAt <= startsAt

/** Whether its prices hold for others, or at other times, than before. */
export const holdsOtherwise = (before: PriceList, after: PriceList): boolean =>
  before.isActive !== after.isActive ||
  before.startsAt !== after.startsAt ||
  before.endsAt !== after.endsAt ||
  before.customerGroups.join(' ') !== after.customerGroups.join(' ')

/**
 * When the clock alone changes next what everyone is shown; nothing where it never does. What groups pay is on no page,
 * and carts look at a clock of their own.
 */
export function nextBoundary(
  { isActive, customerGroups, startsAt, endsAt }: PriceList,
  now: string,
): string | null {
  if (!isActive || customerGroups.length > 0) return null
  return [startsAt, endsAt].find((time) => time !== null && time > now) ?? null
}
