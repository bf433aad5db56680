import type { showCustomer as contract } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { emptyBook, entries } from '../domain/address-book.ts'
import { toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { recordAccess } from './record-access.ts'

export const showCustomer: Feature<typeof contract, AccountsStore> = async ({ id }, room) => {
  const [customer, book, groups] = await Promise.all([
    room.store.customers.find(id),
    room.store.customers.findBook(id),
    room.store.groups.keysOf(id),
  ])
  if (!customer) return refuse('not_found', { detail: 'There is no such customer.' })
  await recordAccess('show-customer', [id], room)
  return { ...toCustomer(customer), version: customer.version, addresses: entries(book ?? emptyBook), groups }
}
