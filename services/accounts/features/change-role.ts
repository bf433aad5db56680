import type { changeRole as contract } from '@souk/contracts/accounts'
import { isRefusal, isStale, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { holdTeam, refuseBeyond, refuseScopes } from './hold-team.ts'
import { noSuchRole } from './list-roles.ts'

export const changeRole: Feature<typeof contract, AccountsStore> = async ({ id, name, scopes }, room) => {
  const { store, ifMatch } = room
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const role = await store.roles.find(id)
  if (!role) return noSuchRole()
  if (isStale(ifMatch, role.version)) return refuse('version_conflict')
  if (role.isBuiltIn) return refuse('role_built_in')
  const changed = {
    ...role,
    name: name ?? role.name,
    scopes: [...new Set(scopes ?? role.scopes)],
    version: role.version + 1,
  }
  const refused = refuseBeyond(held, role.scopes) ?? refuseScopes(held, changed.scopes)
  if (refused) return refused
  if (!(await store.roles.save(changed))) return refuse('role_exists')
  return (await store.staff.hasAdmin()) ? changed : refuse('last_admin')
}
