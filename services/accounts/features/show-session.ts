import type { showSession as contract } from '@souk/contracts/accounts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

/** Of staff it tells what they may do now: what a token says may be ten minutes old. */
export const showSession: Query<typeof contract, AccountsStore> = async ({ id }, { store, clock }) => {
  const session = await store.sessions.find(id, toTimestamp(clock.now()))
  if (session?.kind !== 'staff') return { isActive: session !== undefined }
  const member = await store.staff.find(session.subjectId)
  return member ? { isActive: true, scopes: member.scopes } : { isActive: false }
}
