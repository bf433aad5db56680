import type { changeStaff as contract } from '@souk/contracts/accounts'
import { isRefusal, isStale, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { holdTeam, refuseBeyond, refuseGrants } from './hold-team.ts'
import { noSuchStaff, toMember } from './show-staff.ts'

/** What somebody may do changes for their open sessions as well: the gateway asks for it. */
export const changeStaff: Feature<typeof contract, AccountsStore> = async (input, room) => {
  const { store, ifMatch, clock } = room
  const { id, name } = input
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const member = await store.staff.lockMember(id)
  if (!member) return noSuchStaff()
  if (isStale(ifMatch, member.version)) return refuse('version_conflict')
  const grants = {
    roleIds: [...new Set(input.roleIds ?? member.roles.map((role) => role.id))],
    extraScopes: [...new Set(input.extraScopes ?? member.extraScopes)],
  }
  const refused = refuseBeyond(held, member.scopes) ?? (await refuseGrants(held, grants, store))
  if (refused) return refused
  await store.staff.saveGrants(id, grants)
  const at = toTimestamp(clock.now())
  await store.staff.save({ id, name: name ?? member.name, isDeactivated: member.isDeactivated, at })
  if (!(await store.staff.hasAdmin())) return refuse('last_admin')
  const changed = await store.staff.findMember(id)
  return changed ? toMember(changed) : noSuchStaff()
}
