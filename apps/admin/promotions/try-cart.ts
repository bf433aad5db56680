import type { Cart } from '@souk/contracts/carts'
import { ask, problemOf } from '../data/ask.ts'

export interface Wish {
  readonly currency: string
  /** A SKU a line, with how many behind a ×, an x or a space. */
  readonly goods: string
  readonly code: string
}

export interface Tried {
  readonly cart: Cart
  /** Why the code named gives nothing. */
  readonly codeFault: string | undefined
}

export interface Good {
  readonly sku: string
  readonly quantity: number
}

/** `BOWL-BLUE × 2` is two of that SKU; without a number it is one. */
export function goodsOf(typed: string): Good[] {
  return typed.split('\n').flatMap((line) => {
    const [, sku, quantity = '1'] = /^\s*(\S+)(?:\s+(?:[x×]\s*)?(\d{1,3}))?\s*$/i.exec(line) ?? []
    return sku ? [{ sku, quantity: Number(quantity) }] : []
  })
}

/** Fills a cart as a guest would, and has explained what became of every promotion; nobody completes it. */
export async function tryCart({ currency, goods, code }: Wish): Promise<Tried> {
  const { id } = await ask<Cart>('/store/v1/carts', { method: 'POST', body: { currency } })
  const path = `/store/v1/carts/${id}`
  for (const body of goodsOf(goods)) await ask(`${path}/lines`, { method: 'POST', body })
  const codeFault = code.trim() === '' ? undefined : await nameCode(path, code.trim())
  return { cart: await ask<Cart>(path, { query: { explain: true } }), codeFault }
}

async function nameCode(path: string, code: string): Promise<string | undefined> {
  try {
    await ask(`${path}/codes`, { method: 'POST', body: { code } })
    return undefined
  } catch (error) {
    if (problemOf(error)?.status === 422 && error instanceof Error) return error.message
    throw error
  }
}

const OUTCOMES: Readonly<Record<string, string>> = {
  given: 'Given',
  not_eligible: 'Not for this cart',
  blocked: 'Blocked by another promotion',
  nothing_left: 'It would take off nothing here',
  exhausted: 'Used up',
}

const REASONS: Readonly<Record<string, string>> = {
  isActive: 'it is switched off',
  startsAt: 'it has not begun',
  endsAt: 'it is over',
  code: 'none of its codes was named',
  action: 'it says nothing in this currency',
  'limits.uses': 'it was given as often as it may be',
  'limits.usesPerCustomer': 'this customer had it as often as they may',
  'limits.budget': 'its budget is spent',
}

/** What became of a promotion and why, as words; `titles` names other promotions by their id. */
export function tellOutcome(
  { outcome, because }: { outcome: string; because?: string | undefined },
  titles: ReadonlyMap<string, string>,
): string {
  const what = OUTCOMES[outcome] ?? outcome
  if (because === undefined) return what
  const condition = /^conditions\.(\d+)$/.exec(because)
  const why = condition
    ? `condition ${Number(condition[1]) + 1} does not hold`
    : (REASONS[because] ?? titles.get(because) ?? because)
  return `${what}: ${why}`
}
