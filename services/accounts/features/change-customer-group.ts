import type {
  changeCustomerGroup as contract,
  removeCustomerGroup as removal,
} from '@souk/contracts/accounts'
import { isStale, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { noSuchGroup } from './list-customer-groups.ts'

export const changeCustomerGroup: Feature<typeof contract, AccountsStore> = async (
  { id, name },
  { store, ifMatch },
) => {
  const group = await store.groups.lock(id)
  if (!group) return noSuchGroup()
  if (isStale(ifMatch, group.version)) return refuse('version_conflict')
  const changed = { ...group, name, version: group.version + 1 }
  await store.groups.rename(changed)
  return changed
}

export const removeCustomerGroup: Feature<typeof removal, AccountsStore> = async (
  { id },
  { store, ifMatch },
) => {
  const group = await store.groups.lock(id)
  if (!group) return noSuchGroup()
  if (isStale(ifMatch, group.version)) return refuse('version_conflict')
  if (await store.groups.hasMembers(id)) return refuse('group_in_use')
  await store.groups.remove(id)
  return undefined
}
