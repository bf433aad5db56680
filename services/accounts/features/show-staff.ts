import type { showStaff as contract, showOwnStaff as own, StaffMember } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { TeamMember } from '../store/staff.ts'
import { ownStaffId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const showStaff: Query<typeof contract, AccountsStore> = async ({ id }, { store }) => {
  const member = await store.staff.findMember(id)
  return member ? toMember(member) : noSuchStaff()
}

export const showOwnStaff: Query<typeof own, AccountsStore> = async (_, { store, caller }) => {
  const member = await store.staff.findMember(ownStaffId(caller))
  return member ? toMember(member) : signInAgain()
}

export const noSuchStaff = () => refuse('not_found', { detail: 'There is no such staff member.' })

export const toMember = ({ isInvited, isDeactivated, createdAt, ...member }: TeamMember): StaffMember => ({
  ...member,
  status: isDeactivated ? 'deactivated' : isInvited ? 'invited' : 'active',
  createdAt: toTimestamp(createdAt.getTime()),
})
