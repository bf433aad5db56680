import type { changeStaffPassword as contract } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import { isTooCommon } from '../domain/password.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { StaffMember } from '../store/staff.ts'
import { admitAttempt } from './admit-attempt.ts'
import { staffTokens } from './answer-tokens.ts'
import { openSession } from './open-session.ts'
import { ownStaffId } from './own-id.ts'
import type { Parts } from './parts.ts'
import { signInAgain } from './rotate-token.ts'
import { tooMany } from './sign-in.ts'

export const changeStaffPassword =
  ({ hashing, limitsAttempts }: Parts): Process<typeof contract, AccountsStore> =>
  async ({ currentPassword, newPassword }, room) => {
    const known = await room.store.staff.findSecret(ownStaffId(room.caller))
    if (!known) return signInAgain()
    if (isTooCommon(newPassword, known.email)) return refuse('password_too_common')
    const attempt = { kind: 'staff-sign-in', account: emailKey(known.email) } as const
    if (limitsAttempts && !(await admitAttempt(attempt, room))) return tooMany()
    const fits = await hashing.verify(known.passwordHash, currentPassword)
    if (fits !== true) return fits === false ? refuse('wrong_password') : fits
    const passwordHash = await hashing.hash(newPassword)
    if (isRefusal(passwordHash)) return passwordHash
    const changed = await room.transaction(async (tx) => {
      const person = await tx.store.staff.lock(known.id)
      if (person?.passwordHash !== known.passwordHash) return refuse('wrong_password')
      return await setStaffPassword({ person, passwordHash }, tx)
    })
    return isRefusal(changed) ? changed : await staffTokens(changed, room)
  }

/**
 * Another password: every session and invitation ends, whoever holds them, and one session opens for the one who
 * set it. The staff member is locked by the caller.
 */
export async function setStaffPassword<Person extends StaffMember>(
  { person, passwordHash }: { person: Person; passwordHash: string },
  room: FeatureRoom<AccountsStore>,
) {
  await room.store.staff.savePassword(person.id, passwordHash)
  await room.store.staff.removeTokens(person.id)
  await room.store.sessions.removeAll(person.id)
  return { person, ...(await openSession({ kind: 'staff', subjectId: person.id }, room)) }
}
