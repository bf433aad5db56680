import type { addCustomerGroup as contract } from '@souk/contracts/accounts'
import { answer, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

export const addCustomerGroup: Feature<typeof contract, AccountsStore> = async (given, { store, ids }) => {
  const group = { ...given, id: ids.next('grp'), version: 1 }
  return (await store.groups.add(group)) ? answer(201, group) : refuse('group_exists')
}
