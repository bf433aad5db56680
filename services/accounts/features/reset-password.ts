import type { resetPassword as contract } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { isTooCommon } from '../domain/password.ts'
import { hashOf } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { customerTokens } from './answer-tokens.ts'
import type { Parts } from './parts.ts'
import { setPassword } from './set-password.ts'

/** A wrong token is refused before anything is hashed, a common password before the token is used up. */
export const resetPassword =
  ({ hashing }: Parts): Process<typeof contract, AccountsStore> =>
  async ({ token, password }, room) => {
    const hash = hashOf(token)
    const at = toTimestamp(room.clock.now())
    const customerId = await room.store.mailTokens.find(hash, 'reset-password', at)
    const known = customerId && (await room.store.customers.find(customerId))
    if (!known) return refuse('invalid_token')
    if (isTooCommon(password, known.email)) return refuse('password_too_common')
    const passwordHash = await hashing.hash(password)
    if (isRefusal(passwordHash)) return passwordHash
    const changed = await room.transaction(async (tx) => {
      const person = await tx.store.customers.lock(known.id)
      const taken = await tx.store.mailTokens.take(hash, 'reset-password', at)
      if (!person || !taken) return refuse('invalid_token')
      return await setPassword({ person, passwordHash }, tx)
    })
    return isRefusal(changed) ? changed : await customerTokens(changed, room)
  }
