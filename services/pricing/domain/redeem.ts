import type { Promotion } from '@souk/contracts/promotions'
import { type Counter, exhaustedBy, takenBy, type Usage, type Use } from './promotions/usage.ts'

/** What a promotion is exhausted by. */
export interface Exhausted {
  readonly use: Use
  readonly because: string
}

/** A use, and how often one customer may have it. */
export interface KeptUse extends Use {
  readonly eachAtMost: number | null
}

/**
 * Every counter as it is with all of these uses; or those that are exhausted, and nothing is counted. A promotion that
 * is gone was given while it was there, and is counted.
 */
export function redeem(
  uses: readonly Use[],
  { usage, promotions }: { usage: Usage; promotions: readonly Promotion[] },
): { counters: Counter[]; kept: KeptUse[] } | { exhausted: Exhausted[] } {
  const promotionOf = ({ promotionId }: Use) => promotions.find(({ id }) => id === promotionId)
  const exhausted = uses.flatMap((use) => {
    const promotion = promotionOf(use)
    const { code, amount } = use
    const wanted = { amount: BigInt(amount.amount), currency: amount.currency, code }
    const because = promotion && exhaustedBy(promotion, wanted, usage)
    return because ? [{ use, because }] : []
  })
  if (exhausted.length > 0) return { exhausted }
  const kept = uses.map((use) => ({ ...use, eachAtMost: promotionOf(use)?.limits.usesPerCustomer ?? null }))
  return { kept, counters: counted(uses, usage.counters, 1) }
}

/** Every counter as it is without these uses. */
export const giveBack = (uses: readonly Use[], counters: ReadonlyMap<string, Counter>): Counter[] =>
  counted(uses, counters, -1)

function counted(uses: readonly Use[], counters: ReadonlyMap<string, Counter>, sign: 1 | -1): Counter[] {
  return uses.flatMap(takenBy).map(([name, amount]) => {
    const counter = counters.get(name)
    if (!counter) throw new Error(`nothing counts ${name}`)
    return { ...counter, used: counter.used + sign * amount }
  })
}
