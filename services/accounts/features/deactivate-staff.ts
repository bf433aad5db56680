import type { deactivateStaff as contract, reactivateStaff as undone } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature, FeatureRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { TeamMember } from '../store/staff.ts'
import { holdTeam, refuseBeyond } from './hold-team.ts'
import { noSuchStaff, toMember } from './show-staff.ts'

export const deactivateStaff: Feature<typeof contract, AccountsStore> = async ({ id }, room) => {
  const { store } = room
  const member = await holdMember(id, room)
  if (isRefusal(member)) return member
  const changed = await lockedOut(member, { isDeactivated: true, room })
  await store.sessions.removeAll(id)
  await store.staff.removeTokens(id)
  return (await store.staff.hasAdmin()) ? toMember(changed) : refuse('last_admin')
}

/** They sign in with the password they had; who never chose one is invited again. */
export const reactivateStaff: Feature<typeof undone, AccountsStore> = async ({ id }, room) => {
  const member = await holdMember(id, room)
  return isRefusal(member) ? member : toMember(await lockedOut(member, { isDeactivated: false, room }))
}

async function holdMember(id: string, room: FeatureRoom<AccountsStore>) {
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const member = await room.store.staff.lockMember(id)
  if (!member) return noSuchStaff()
  return refuseBeyond(held, member.scopes) ?? member
}

async function lockedOut(
  member: TeamMember,
  { isDeactivated, room: { store, clock } }: { isDeactivated: boolean; room: FeatureRoom<AccountsStore> },
): Promise<TeamMember> {
  if (member.isDeactivated === isDeactivated) return member
  const { id, name } = member
  await store.staff.save({ id, name, isDeactivated, at: toTimestamp(clock.now()) })
  return { ...member, isDeactivated, version: member.version + 1 }
}
