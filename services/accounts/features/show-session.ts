import type { showSession as contract } from '@souk/contracts/accounts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

export const showSession: Query<typeof contract, AccountsStore> = async ({ id }, { store, clock }) => ({
  isActive: await store.sessions.exists(id, toTimestamp(clock.now())),
})
