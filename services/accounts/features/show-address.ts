import type { showAddress as contract } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { entry } from '../domain/address-book.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const showAddress: Query<typeof contract, AccountsStore> = async ({ id }, { store, caller }) => {
  const book = await store.customers.findBook(ownId(caller))
  if (!book) return signInAgain()
  return entry(book, id) ?? refuse('not_found', { detail: 'There is no such address in the book.' })
}
