import type { exportMe as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import { emptyBook, entries } from '../domain/address-book.ts'
import { toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const exportMe: Query<typeof contract, AccountsStore> = async (_, { store, caller }) => {
  const id = ownId(caller)
  const [customer, book, sessions, accesses] = await Promise.all([
    store.customers.find(id),
    store.customers.findBook(id),
    store.sessions.list(id),
    store.customers.findAccesses(id),
  ])
  if (!customer) return signInAgain()
  return {
    profile: toCustomer(customer),
    addresses: entries(book ?? emptyBook),
    sessions: sessions.map(({ id, createdAt, lastUsedAt, expiresAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    accesses: accesses.map(({ at, action }) => ({ at: at.toISOString(), action })),
  }
}
