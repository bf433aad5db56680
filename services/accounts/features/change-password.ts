import type { changePassword as contract } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import { isTooCommon } from '../domain/password.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { admitAttempt } from './admit-attempt.ts'
import { customerTokens } from './answer-tokens.ts'
import { ownId } from './own-id.ts'
import type { Parts } from './parts.ts'
import { signInAgain } from './rotate-token.ts'
import { setPassword } from './set-password.ts'
import { tooMany } from './sign-in.ts'

export const changePassword =
  ({ hashing, limitsAttempts }: Parts): Process<typeof contract, AccountsStore> =>
  async ({ currentPassword, newPassword }, room) => {
    const known = await room.store.customers.findSecret(ownId(room.caller))
    if (!known) return signInAgain()
    if (isTooCommon(newPassword, known.email)) return refuse('password_too_common')
    const attempt = { kind: 'sign-in', account: emailKey(known.email) } as const
    if (limitsAttempts && !(await admitAttempt(attempt, room))) return tooMany()
    const fits = await hashing.verify(known.passwordHash, currentPassword)
    if (fits !== true) return fits === false ? refuse('wrong_password') : fits
    const passwordHash = await hashing.hash(newPassword)
    if (isRefusal(passwordHash)) return passwordHash
    const changed = await room.transaction(async (tx) => {
      const person = await tx.store.customers.lock(known.id)
      if (person?.passwordHash !== known.passwordHash) return refuse('wrong_password')
      return await setPassword({ person, passwordHash }, tx)
    })
    return isRefusal(changed) ? changed : await customerTokens(changed, room)
  }
