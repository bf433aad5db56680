import type { updateAddress as contract } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { change, entry, leavesNoDefault } from '../domain/address-book.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const updateAddress: Feature<typeof contract, AccountsStore> = async (input, { store, caller }) => {
  const { id, isDefaultShipping, isDefaultBilling, ...fields } = input
  const wishes = { isDefaultShipping, isDefaultBilling }
  const customerId = ownId(caller)
  const book = await store.customers.lockBook(customerId)
  if (!book) return signInAgain()
  if (!entry(book, id)) return refuse('not_found', { detail: 'There is no such address in the book.' })
  if (leavesNoDefault(book, id, wishes)) return refuse('default_required')
  const changed = change(book, { id, fields, wishes })
  await store.customers.saveBook(customerId, changed)
  return entry(changed, id)!
}
