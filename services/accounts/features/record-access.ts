import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type FeatureRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

/** Writes down who looked at whose data; in the transaction that reads it, so that nobody looks unseen. */
export async function recordAccess(
  action: string,
  customerIds: readonly string[],
  { store, caller, clock, trace }: FeatureRoom<AccountsStore>,
): Promise<void> {
  if (customerIds.length === 0) return
  await store.customers.addAccesses({
    customerIds,
    actor: actorOf(caller),
    action,
    traceId: trace.traceId,
    at: toTimestamp(clock.now()),
  })
}
