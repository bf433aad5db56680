import type { listAddresses as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import { entries } from '../domain/address-book.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const listAddresses: Query<typeof contract, AccountsStore> = async (
  { limit, cursor },
  { store, caller },
) => {
  const book = await store.customers.findBook(ownId(caller))
  if (!book) return signInAgain()
  // By id, which is by time: a removed one still has its place, so no page repeats or skips.
  const rest = entries(book)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }) => cursor === undefined || id > cursor)
  const items = rest.slice(0, limit)
  return { items, nextCursor: rest.length > limit ? (items.at(-1)?.id ?? null) : null }
}
