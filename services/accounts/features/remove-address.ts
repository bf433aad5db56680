import type { removeAddress as contract } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { entry, remove } from '../domain/address-book.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const removeAddress: Feature<typeof contract, AccountsStore> = async ({ id }, { store, caller }) => {
  const customerId = ownId(caller)
  const book = await store.customers.lockBook(customerId)
  if (!book) return signInAgain()
  if (!entry(book, id)) return refuse('not_found', { detail: 'There is no such address in the book.' })
  await store.customers.saveBook(customerId, remove(book, id))
  return undefined
}
