import type { Money } from '@souk/contracts/money'
import type { Action } from '@souk/contracts/promotions'
import { buyGet, costOf } from './buy-get.ts'
import { atMost, type Line, type Off, selected } from './line.ts'
import { percentOf } from './percent-of.ts'
import { spread } from './spread.ts'

/** What an action sees: the lines it may touch, and what delivery still costs. */
export interface Sight {
  readonly lines: readonly Line[]
  readonly shipping: bigint
  readonly currency: string
}

export interface TakenOff {
  readonly lines: Off
  readonly shipping: bigint
}

export const CLASS_OF = {
  percent_off_items: 'item',
  amount_off_items: 'item',
  price_of_items: 'item',
  tiers: 'item',
  buy_get: 'item',
  gift: 'item',
  percent_off_order: 'order',
  amount_off_order: 'order',
  free_shipping: 'shipping',
} as const satisfies Record<Action['kind'], string>

/** In that currency; nothing where it says nothing of it. */
export function amountIn(amounts: readonly Money[], wanted: string): bigint | undefined {
  const amount = amounts.find(({ currency }) => currency === wanted)?.amount
  return amount === undefined ? undefined : BigInt(amount)
}

/** What an action takes off: nothing goes below zero. */
export function takeOff(action: Action, sight: Sight): TakenOff {
  if (action.kind !== 'free_shipping') return { lines: offLines(action, sight), shipping: 0n }
  const most = action.atMost ? (amountIn(action.atMost, sight.currency) ?? 0n) : sight.shipping
  return { lines: new Map(), shipping: atMost(most, sight.shipping) }
}

function offLines(action: Exclude<Action, { kind: 'free_shipping' }>, { lines, currency }: Sight): Off {
  const each = (take: (line: Line) => bigint, from: readonly Line[]): Off =>
    new Map(from.map((line) => [line.id, atMost(take(line), line.left)]))
  if (action.kind === 'buy_get') return buyGet(action, lines)
  if (action.kind === 'gift') return gift(action, lines)
  const meant = selected(lines, action.items)
  switch (action.kind) {
    case 'percent_off_items':
      return each(({ left }) => percentOf(left, action.percent), meant)
    case 'tiers': {
      const percent = tierFor(action.tiers, meant)
      return each(({ left }) => percentOf(left, percent), meant)
    }
    case 'amount_off_items': {
      const off = amountIn(action.amount, currency) ?? 0n
      return each(({ quantity }) => off * BigInt(quantity), meant)
    }
    case 'price_of_items': {
      const price = amountIn(action.price, currency)
      if (price === undefined) return new Map()
      return each(({ left, quantity }) => atLeastNothing(left - price * BigInt(quantity)), meant)
    }
    case 'percent_off_order':
      return spread(percentOf(sumOf(meant), action.percent), meant)
    case 'amount_off_order':
      return spread(amountIn(action.amount, currency) ?? 0n, meant)
  }
}

const atLeastNothing = (amount: bigint): bigint => (amount < 0n ? 0n : amount)

const sumOf = (lines: readonly Line[]): bigint => lines.reduce((sum, { left }) => sum + left, 0n)

/** The percentage of the highest tier that is reached. */
function tierFor(tiers: readonly { from: number; percent: string }[], lines: readonly Line[]): string {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const reached = tiers.filter(({ from }) => from <= count).sort((a, b) => b.from - a.from)
  return reached[0]?.percent ?? '0'
}

/** So many of a SKU for nothing, where they are in the cart; of two lines, the lower id first. */
function gift({ sku, quantity }: Extract<Action, { kind: 'gift' }>, lines: readonly Line[]): Off {
  let given = quantity
  const off = new Map<string, bigint>()
  for (const line of lines.filter((one) => one.sku === sku).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const units = Math.min(given, line.quantity)
    given -= units
    off.set(line.id, costOf(units, line))
  }
  return off
}
