import type { Action, Promotion, Test } from '@souk/contracts/promotions'
import { type Line, selected } from './line.ts'
import { amountIn } from './take-off.ts'

/** What conditions are about. */
export interface Circumstances {
  readonly lines: readonly Line[]
  readonly currency: string
  /** ISO 3166-1 alpha-2; nothing while nobody knows where it goes. */
  readonly country?: string | undefined
  /** The keys of the customer’s groups. */
  readonly groups: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The field of a promotion that keeps it from being given, if one does. */
export function keptBy(promotion: Promotion, circumstances: Circumstances): string | undefined {
  const { startsAt, endsAt, conditions, action, isActive, limits } = promotion
  const { now, currency } = circumstances
  if (!isActive) return 'isActive'
  if (startsAt !== null && now < Date.parse(startsAt)) return 'startsAt'
  if (endsAt !== null && now >= Date.parse(endsAt)) return 'endsAt'
  if (!speaksOf(action, currency)) return 'action'
  if (limits.budget && amountIn(limits.budget, currency) === undefined) return 'limits.budget'
  const failing = conditions.findIndex(({ anyOf }) => !anyOf.some((test) => holds(test, circumstances)))
  return failing < 0 ? undefined : `conditions.${failing}`
}

function holds(test: Test, circumstances: Circumstances): boolean {
  return isSo(test, circumstances) !== (test.not ?? false)
}

function isSo(test: Test, { lines, currency, country, groups }: Circumstances): boolean {
  if (test.kind === 'destination') return country !== undefined && test.countries.includes(country)
  if (test.kind === 'customer_group') return test.groups.some((group) => groups.includes(group))
  const meant = selected(lines, test.items)
  if (test.kind === 'quantity') return meant.reduce((sum, { quantity }) => sum + quantity, 0) >= test.atLeast
  const atLeast = amountIn(test.atLeast, currency)
  const subtotal = meant.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * BigInt(quantity), 0n)
  return atLeast !== undefined && subtotal >= atLeast
}

function speaksOf(action: Action, currency: string): boolean {
  const amounts =
    'amount' in action
      ? action.amount
      : 'price' in action
        ? action.price
        : 'atMost' in action && action.atMost
  return !Array.isArray(amounts) || amountIn(amounts, currency) !== undefined
}
