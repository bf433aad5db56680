import type { Caller } from '@souk/kit/service'

/** The customer who asks. The door lets nobody else in where a contract says `customer`. */
export function ownId(caller: Caller): string {
  if (caller.kind !== 'customer') throw new Error(`a ${caller.kind} has no account`)
  return caller.id
}
