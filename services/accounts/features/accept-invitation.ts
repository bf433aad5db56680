import type { acceptInvitation as contract } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { isTooCommon } from '../domain/password.ts'
import { hashOf } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { staffTokens } from './answer-tokens.ts'
import { setStaffPassword } from './change-staff-password.ts'
import type { Parts } from './parts.ts'

/** A wrong token is refused before anything is hashed, a common password before the token is used up. */
export const acceptInvitation =
  ({ hashing }: Parts): Process<typeof contract, AccountsStore> =>
  async ({ token, password }, room) => {
    const hash = hashOf(token)
    const at = toTimestamp(room.clock.now())
    const invited = await room.store.staff.findToken(hash, at)
    if (!invited) return refuse('invalid_token')
    if (isTooCommon(password, invited.email)) return refuse('password_too_common')
    const passwordHash = await hashing.hash(password)
    if (isRefusal(passwordHash)) return passwordHash
    const accepted = await room.transaction(async (tx) => {
      const member = await tx.store.staff.lockMember(invited.id)
      const taken = await tx.store.staff.takeToken(hash, at)
      if (!member || member.isDeactivated || !taken) return refuse('invalid_token')
      return await setStaffPassword({ person: member, passwordHash }, tx)
    })
    return isRefusal(accepted) ? accepted : await staffTokens(accepted, room)
  }
