import type { addGroupMember as contract, removeGroupMember as removal } from '@souk/contracts/accounts'
import { customerGroupsChanged } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature, FeatureRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { noSuchGroup } from './list-customer-groups.ts'

const MOST_GROUPS = 50

export const addGroupMember: Feature<typeof contract, AccountsStore> = async ({ id, customerId }, room) => {
  const { store } = room
  if (!(await store.customers.lock(customerId))) return noSuchCustomer()
  if (!(await store.groups.hold(id))) return noSuchGroup()
  if (!(await store.groups.addMember(id, customerId))) return undefined
  const groups = await store.groups.keysOf(customerId)
  if (groups.length > MOST_GROUPS) return refuse('too_many_groups')
  await tellGroups({ customerId, groups }, room)
  return undefined
}

export const removeGroupMember: Feature<typeof removal, AccountsStore> = async ({ id, customerId }, room) => {
  const { store } = room
  if (!(await store.customers.lock(customerId))) return noSuchCustomer()
  if (!(await store.groups.removeMember(id, customerId))) return noSuchGroup()
  await tellGroups({ customerId, groups: await store.groups.keysOf(customerId) }, room)
  return undefined
}

/** All groups of a customer, so that a copy needs no memory of what was before. */
async function tellGroups(
  { customerId, groups }: { customerId: string; groups: string[] },
  { store, publish, clock }: FeatureRoom<AccountsStore>,
): Promise<void> {
  const version = await store.groups.nextVersion(customerId)
  publish(customerGroupsChanged({ customerId, groups, version, at: toTimestamp(clock.now()) }))
}

const noSuchCustomer = () => refuse('not_found', { detail: 'There is no such customer.' })
