import type { Promotion } from '@souk/contracts/promotions'

/** How much of a limit is used: uses, or minor units of a budget. No limit where `atMost` is null. */
export interface Counter {
  readonly name: string
  readonly used: number
  readonly atMost: number | null
}

/** What is known of uses when a basket is judged. */
export interface Usage {
  readonly counters: ReadonlyMap<string, Counter>
  /** How often the buyer was given a promotion before, by its id. */
  readonly own: ReadonlyMap<string, number>
}

export const UNUSED: Usage = { counters: new Map(), own: new Map() }

/** One use of a promotion by an order. */
export interface Use {
  readonly promotionId: string
  readonly code?: string | undefined
  readonly amount: { readonly amount: number; readonly currency: string }
}

/** Each use of it is redeemed: there is something to count, or to tell apart. */
export const isCounted = ({ requiresCode, limits }: Promotion): boolean =>
  requiresCode || limits.uses !== null || limits.usesPerCustomer !== null || limits.budget !== null

export const usesOf = (promotionId: string): string => promotionId
const usesOfCode = (code: string): string => `code ${code}`
export const budgetOf = (promotionId: string, currency: string): string => `${promotionId} ${currency}`

/** What a use takes of each counter. */
export const takenBy = ({ promotionId, code, amount }: Use): [name: string, amount: number][] => [
  [usesOf(promotionId), 1],
  ...(code === undefined ? [] : [[usesOfCode(code), 1] as [string, number]]),
  [budgetOf(promotionId, amount.currency), amount.amount],
]

const isLeft = (name: string, wanted: number, { counters }: Usage): boolean => {
  const { used = 0, atMost = null } = counters.get(name) ?? {}
  return atMost === null || used + wanted <= atMost
}

interface Wanted {
  /** Minor units. */
  readonly amount: bigint
  readonly currency: string
  readonly code?: string | undefined
}

/** The limit of a promotion that does not leave it this use, if one does not. */
export function exhaustedBy(promotion: Promotion, wanted: Wanted, usage: Usage): string | undefined {
  const { id, limits } = promotion
  const { amount, currency, code } = wanted
  if (!isLeft(usesOf(id), 1, usage)) return 'limits.uses'
  if (code !== undefined && !isLeft(usesOfCode(code), 1, usage)) return 'code'
  if (limits.usesPerCustomer !== null && (usage.own.get(id) ?? 0) >= limits.usesPerCustomer)
    return 'limits.usesPerCustomer'
  if (!isLeft(budgetOf(id, currency), Number(amount), usage)) return 'limits.budget'
  return undefined
}
