import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Room } from '@souk/kit/service'
import type { Act } from '../domain/order.ts'

/** Who does it, now, under this trace. */
export const actIn = (
  { clock, caller, trace }: Pick<Room<unknown>, 'clock' | 'caller' | 'trace'>,
  actor?: string,
): Act => ({
  at: toTimestamp(clock.now()),
  actor: actor ?? actorOf(caller),
  traceId: trace.traceId,
})
