import type { Promotion } from '@souk/contracts/promotions'
import { type Circumstances, keptBy } from './eligible.ts'
import type { Line } from './line.ts'
import { CLASS_OF, type TakenOff, takeOff } from './take-off.ts'
import { exhaustedBy, type Usage } from './usage.ts'

/** What became of a promotion. `because` names the field or limit that kept it, or the promotion that blocked it. */
export interface Outcome {
  readonly promotion: Promotion
  readonly outcome: 'given' | 'not_eligible' | 'blocked' | 'nothing_left' | 'exhausted'
  readonly because?: string
  readonly off: TakenOff
}

interface Basket extends Circumstances {
  readonly shipping: bigint
  /** The code that was named for a promotion, by its id. */
  readonly codes: ReadonlyMap<string, string>
  readonly usage: Usage
}

const ORDER = { item: 0, order: 1, shipping: 2 }
const NOTHING: TakenOff = { lines: new Map(), shipping: 0n }

/**
 * Every promotion in its turn: those of items, then of the order, then of delivery; in a class by priority, then by id.
 * Each sees what those before it left.
 */
export function applyPromotions(promotions: readonly Promotion[], basket: Basket): Outcome[] {
  const outcomes: Outcome[] = []
  let left = basket
  for (const promotion of [...promotions].sort(inTurn)) {
    const given = outcomes.filter(({ outcome }) => outcome === 'given')
    const next = consider(promotion, { basket: left, circumstances: basket, given })
    outcomes.push(next)
    if (next.outcome === 'given') left = after(left, next.off)
  }
  return outcomes
}

const classOf = ({ action }: Promotion) => CLASS_OF[action.kind]

function inTurn(a: Promotion, b: Promotion): number {
  const byClass = ORDER[classOf(a)] - ORDER[classOf(b)]
  return byClass || b.priority - a.priority || (a.id < b.id ? -1 : 1)
}

interface Standing {
  readonly basket: Basket
  /** As it was before anything was given: conditions are about that. */
  readonly circumstances: Circumstances
  readonly given: readonly Outcome[]
}

function consider(promotion: Promotion, { basket, circumstances, given }: Standing): Outcome {
  const because = keptBy(promotion, circumstances)
  if (because) return { promotion, outcome: 'not_eligible', because, off: NOTHING }
  const blocking = given.filter((other) => other.promotion.isLast || !combine(promotion, other.promotion))
  const everywhere = blocking.find(({ promotion: other }) => other.isLast || !bothOfItems(promotion, other))
  if (everywhere) return { promotion, outcome: 'blocked', because: everywhere.promotion.id, off: NOTHING }
  // Two of items that do not combine only keep each other from the same line.
  const taken = new Map(blocking.flatMap((other) => touchedBy(other.off).map((line) => [line, other])))
  const open = basket.lines.filter(({ id }) => !taken.has(id))
  const off = takeOff(promotion.action, { ...basket, lines: open })
  if (amountOf(off) > 0n) return unlessExhausted({ promotion, outcome: 'given', off }, basket)
  const wanted = touchedBy(takeOff(promotion.action, basket)).sort()
  const [blocker] = wanted.flatMap((line) => taken.get(line) ?? [])
  return blocker
    ? { promotion, outcome: 'blocked', because: blocker.promotion.id, off: NOTHING }
    : { promotion, outcome: 'nothing_left', off: NOTHING }
}

function unlessExhausted(given: Outcome, { currency, codes, usage }: Basket): Outcome {
  const { promotion, off } = given
  const wanted = { amount: amountOf(off), currency, code: codes.get(promotion.id) }
  const because = exhaustedBy(promotion, wanted, usage)
  return because ? { promotion, outcome: 'exhausted', because, off: NOTHING } : given
}

const combine = (a: Promotion, b: Promotion): boolean =>
  a.combinesWith[classOf(b)] && b.combinesWith[classOf(a)]

const bothOfItems = (a: Promotion, b: Promotion): boolean => classOf(a) === 'item' && classOf(b) === 'item'

const touchedBy = ({ lines }: TakenOff): string[] =>
  [...lines].flatMap(([id, amount]) => (amount > 0n ? [id] : []))

export const amountOf = ({ lines, shipping }: TakenOff): bigint =>
  [...lines.values()].reduce((sum, amount) => sum + amount, shipping)

const after = (basket: Basket, off: TakenOff): Basket => ({
  ...basket,
  shipping: basket.shipping - off.shipping,
  lines: basket.lines.map((line): Line => ({ ...line, left: line.left - (off.lines.get(line.id) ?? 0n) })),
})
