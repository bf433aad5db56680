import type { EventRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

/** A service holds nothing personal of an erased customer any more. */
export async function noteForgotten(
  { customerId, askedAt, at }: { customerId: string; askedAt: string; at: string },
  { store, event }: EventRoom<AccountsStore>,
): Promise<void> {
  await store.erasures.answer({ customerId, service: event.source, askedAt, at })
}
