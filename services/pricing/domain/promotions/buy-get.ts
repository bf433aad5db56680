import type { Action } from '@souk/contracts/promotions'
import { divide } from '../round.ts'
import { cheapestFirst, type Line, type Off, selectorOf } from './line.ts'
import { percentOf } from './percent-of.ts'

type BuyGet = Extract<Action, { kind: 'buy_get' }>

/** How many of the units can be bought alone, got alone, or be either. */
interface Pools {
  readonly buyOnly: number
  readonly getOnly: number
  readonly either: number
}

/**
 * For every so many bought, some others cheaper: as often as there is enough of both, or as is allowed. A unit is
 * bought or got, never both; the cheapest are got, by price and then by line.
 */
export function buyGet({ buy, get, atMost }: BuyGet, lines: readonly Line[]): Off {
  const [isBought, isGot] = [selectorOf(buy.items), selectorOf(get.items)]
  const pools = countPools(lines, { isBought, isGot })
  const times = Math.min(atMost ?? Number.MAX_SAFE_INTEGER, timesFor(pools, buy.quantity, get.quantity))
  let wanted = times * get.quantity
  // What has to stay to be bought is not there to be got.
  let shared = pools.either - Math.max(0, times * buy.quantity - pools.buyOnly)
  const off = new Map<string, bigint>()
  for (const line of lines.filter(isGot).sort(cheapestFirst)) {
    const units = Math.min(wanted, line.quantity, isBought(line) ? shared : wanted)
    if (units <= 0) continue
    wanted -= units
    if (isBought(line)) shared -= units
    off.set(line.id, percentOf(costOf(units, line), get.percent))
  }
  return off
}

/** What so many units of a line cost, of what is left of it. */
export const costOf = (units: number, { left, quantity }: Line): bigint =>
  divide(left * BigInt(units), BigInt(quantity))

interface Selectors {
  readonly isBought: (line: Line) => boolean
  readonly isGot: (line: Line) => boolean
}

function countPools(lines: readonly Line[], { isBought, isGot }: Selectors): Pools {
  const count = (wanted: (line: Line) => boolean) =>
    lines.filter(wanted).reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    buyOnly: count((line) => isBought(line) && !isGot(line)),
    getOnly: count((line) => !isBought(line) && isGot(line)),
    either: count((line) => isBought(line) && isGot(line)),
  }
}

/** How often both can be had without sharing a unit; found by halving, as more is never easier than less. */
function timesFor({ buyOnly, getOnly, either }: Pools, buy: number, get: number): number {
  const isEnough = (times: number) =>
    Math.max(0, times * buy - buyOnly) + Math.max(0, times * get - getOnly) <= either
  let [enough, tooMuch] = [0, buyOnly + getOnly + either + 1]
  while (tooMuch - enough > 1) {
    const middle = Math.floor((enough + tooMuch) / 2)
    if (isEnough(middle)) enough = middle
    else tooMuch = middle
  }
  return enough
}
