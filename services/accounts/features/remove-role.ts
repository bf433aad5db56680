import type { removeRole as contract } from '@souk/contracts/accounts'
import { isRefusal, isStale, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { holdTeam, refuseBeyond } from './hold-team.ts'
import { noSuchRole } from './list-roles.ts'

export const removeRole: Feature<typeof contract, AccountsStore> = async ({ id }, room) => {
  const { store, ifMatch } = room
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const role = await store.roles.find(id)
  if (!role) return noSuchRole()
  if (isStale(ifMatch, role.version)) return refuse('version_conflict')
  if (role.isBuiltIn) return refuse('role_built_in')
  const refused = refuseBeyond(held, role.scopes)
  if (refused) return refused
  if (await store.roles.isInUse(id)) return refuse('role_in_use')
  await store.roles.remove(id)
  return undefined
}
