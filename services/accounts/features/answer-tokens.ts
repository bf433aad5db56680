import type { ProcessRoom } from '@souk/kit/service'
import { type Profile, toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { StaffMember } from '../store/staff.ts'
import { issueAccessToken } from './issue-access-token.ts'
import type { SignedIn } from './sign-in.ts'

/** A signed-in customer with both tokens. */
export async function customerTokens(
  { person, sessionId, refreshToken }: SignedIn<Profile>,
  room: ProcessRoom<AccountsStore>,
) {
  const access = await issueAccessToken({ kind: 'customer', id: person.id, sessionId }, room)
  return { customer: toCustomer(person), ...access, refreshToken }
}

/** A signed-in staff member with both tokens. */
export async function staffTokens(
  { person: { id, email, name, scopes }, sessionId, refreshToken }: SignedIn<StaffMember>,
  room: ProcessRoom<AccountsStore>,
) {
  const access = await issueAccessToken({ kind: 'staff', id, sessionId, scopes }, room)
  return { staff: { id, email, name, scopes }, ...access, refreshToken }
}
