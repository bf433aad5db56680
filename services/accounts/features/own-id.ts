import type { Caller } from '@souk/kit/service'

/** The customer who asks. The door lets nobody else in where a contract says `customer`. */
export function ownId(caller: Caller): string {
  if (caller.kind !== 'customer') throw new Error(`a ${caller.kind} has no account`)
  return caller.id
}

/** The staff member who asks. */
export function ownStaffId(caller: Caller): string {
  if (caller.kind !== 'staff') throw new Error(`a ${caller.kind} is not on the staff`)
  return caller.id
}
