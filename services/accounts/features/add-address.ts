import type { addAddress as contract } from '@souk/contracts/accounts'
import { answer, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { add, entry, MOST_ADDRESSES } from '../domain/address-book.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const addAddress: Feature<typeof contract, AccountsStore> = async (input, { store, caller, ids }) => {
  const { isDefaultShipping, isDefaultBilling, ...address } = input
  const customerId = ownId(caller)
  const book = await store.customers.lockBook(customerId)
  if (!book) return signInAgain()
  if (book.addresses.length >= MOST_ADDRESSES) return refuse('address_book_full')
  const id = ids.next('addr')
  const changed = add(book, { ...address, id }, { isDefaultShipping, isDefaultBilling })
  await store.customers.saveBook(customerId, changed)
  return answer(201, entry(changed, id)!)
}
