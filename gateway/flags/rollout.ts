import { hash } from 'node:crypto'
import type { FlagState } from '@souk/contracts/flags'
import type { CallContext } from '@souk/kit/service'

/**
 * Whether a feature is on for a subject. Who is among the first so many of a hundred stays there when it becomes more,
 * and is drawn for each flag anew.
 */
export function isOnFor({ key, isOn, rollout }: FlagState, subject: string): boolean {
  if (!isOn || rollout >= 100) return isOn
  return Number.parseInt(hash('sha256', `${key} ${subject}`, 'hex').slice(0, 8), 16) % 100 < rollout
}

const CART = /^(?:cart:)?(cart_\w+)$/

/** Who a feature is on or off for: the customer, else the cart it is about, else where the guest asks from. */
export function subjectOf({ caller }: CallContext, { id, for: what }: Record<string, unknown>): string {
  if (caller.kind === 'customer' || caller.kind === 'staff') return caller.id
  const cart = CART.exec(String(id))?.[1] ?? CART.exec(String(what))?.[1]
  return cart ?? (caller.kind === 'guest' ? caller.address : caller.kind)
}
