import type { eraseMe as contract } from '@souk/contracts/accounts'
import { customerErased } from '@souk/contracts/accounts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const eraseMe: Feature<typeof contract, AccountsStore> = async (
  _,
  { store, caller, clock, publish },
) => {
  const customer = await store.customers.lock(ownId(caller))
  if (!customer) return signInAgain()
  const at = toTimestamp(clock.now())
  await store.customers.erase(customer.id, at)
  await store.groups.removeAllOf(customer.id)
  await store.erasures.add(customer.id, at)
  await store.mailTokens.removeResetRequests(emailKey(customer.email))
  await store.mailTokens.removeAll(customer.id)
  await store.sessions.removeAll(customer.id)
  publish(customerErased({ customerId: customer.id, at }))
  return undefined
}
