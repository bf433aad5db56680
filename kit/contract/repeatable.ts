import type { Call } from './call.ts'

/**
 * Whether a call may be made again when nobody knows if it was carried out. The one place that says so:
 *
 * - a `GET` changes nothing;
 * - a call that keeps answers under an `Idempotency-Key` gives the same one again, when a key was sent;
 * - an `internal` call is idempotent by what it is about: the id of an order, cart, parcel or request in its input.
 *   Sagas rely on that, who ask again after every fault.
 *
 * Nothing else is: a second sign-in is a second session, and an operator's retry is a second try.
 */
export const isRepeatable = ({ method, access, idempotency }: Call, idempotencyKey?: string): boolean =>
  method === 'GET' || access === 'internal' || (idempotency !== undefined && idempotencyKey !== undefined)
