import { type Clock, minutes, toTimestamp } from '@souk/kit/runtime'
import { hashOf } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'

/** The longest window: older attempts count for nothing. */
export const LONGEST_WINDOW = minutes(60)

const limits = {
  'sign-in': { limit: 10, within: minutes(1) },
  'staff-sign-in': { limit: 10, within: minutes(1) },
  mail: { limit: 10, within: LONGEST_WINDOW },
} as const

/** Whether one more attempt at an account is allowed; whether there is such an account plays no part. */
export function admitAttempt(
  { kind, account }: { kind: keyof typeof limits; account: string },
  { store, clock }: { store: AccountsStore; clock: Clock },
): Promise<boolean> {
  const { limit, within } = limits[kind]
  const now = clock.now()
  return store.attempts.admit(hashOf(`${kind} ${account}`), {
    limit,
    since: toTimestamp(now - within),
    at: toTimestamp(now),
  })
}
