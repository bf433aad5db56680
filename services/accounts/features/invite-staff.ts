import type { inviteStaffAgain as again, inviteStaff as contract } from '@souk/contracts/accounts'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { holdTeam, refuseBeyond, refuseGrants } from './hold-team.ts'
import { mailInvitation } from './mail-invitation.ts'
import { noSuchStaff, toMember } from './show-staff.ts'

export const inviteStaff: Feature<typeof contract, AccountsStore> = async (input, room) => {
  const { email, name, ...grants } = input
  const { store, ids, clock } = room
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const refused = await refuseGrants(held, grants, store)
  if (refused) return refused
  const person = { id: ids.next('staff'), email, name, scopes: [] }
  const createdAt = toTimestamp(clock.now())
  const isNew = await store.staff.add({ ...person, emailKey: emailKey(email), passwordHash: null, createdAt })
  if (!isNew) return refuse('email_taken')
  await store.staff.saveGrants(person.id, grants)
  await mailInvitation(person, room)
  const member = await store.staff.findMember(person.id)
  return member ? answer(201, toMember(member)) : noSuchStaff()
}

export const inviteStaffAgain: Feature<typeof again, AccountsStore> = async ({ id }, room) => {
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const member = await room.store.staff.lockMember(id)
  if (!member) return noSuchStaff()
  if (member.isDeactivated) return refuse('staff_deactivated')
  const refused = refuseBeyond(held, member.scopes)
  if (refused) return refused
  await mailInvitation(member, room)
  return undefined
}
