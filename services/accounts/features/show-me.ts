import type { showMe as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import { toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const showMe: Query<typeof contract, AccountsStore> = async (_, { store, caller }) => {
  const customer = await store.customers.find(ownId(caller))
  return customer ? toCustomer(customer) : signInAgain()
}
