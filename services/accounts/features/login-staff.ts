import type { loginStaff as contract } from '@souk/contracts/accounts'
import { isRefusal } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { StaffMember } from '../store/staff.ts'
import { staffTokens } from './answer-tokens.ts'
import type { Parts } from './parts.ts'
import { type People, signIn } from './sign-in.ts'

const staff: People<StaffMember> = {
  kind: 'staff',
  attempt: 'staff-sign-in',
  of: (store) => store.staff,
}

export const loginStaff =
  (parts: Parts): Process<typeof contract, AccountsStore> =>
  async (credentials, room) => {
    const signedIn = await signIn(staff, { credentials, parts }, room)
    return isRefusal(signedIn) ? signedIn : await staffTokens(signedIn, room)
  }
