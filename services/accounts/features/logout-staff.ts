import type { logoutStaff as contract } from '@souk/contracts/accounts'
import type { Feature } from '@souk/kit/service'
import { hashOf } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'

/** Whether there was such a session is not told: it is over either way. */
export const logoutStaff: Feature<typeof contract, AccountsStore> = async ({ refreshToken }, { store }) => {
  await store.sessions.removeByToken(hashOf(refreshToken), 'staff')
  return undefined
}
