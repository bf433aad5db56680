import type { verifyEmail as contract } from '@souk/contracts/accounts'
import { customerUpdated } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { profileFactsOf } from '../domain/profile.ts'
import { hashOf } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { customerTokens } from './answer-tokens.ts'
import { openSession } from './open-session.ts'

export const verifyEmail: Process<typeof contract, AccountsStore> = async ({ token }, room) => {
  const hash = hashOf(token)
  const at = toTimestamp(room.clock.now())
  const customerId = await room.store.mailTokens.find(hash, 'verify-email', at)
  if (!customerId) return refuse('invalid_token')
  const verified = await room.transaction(async (tx) => {
    const found = await tx.store.customers.lock(customerId)
    const taken = await tx.store.mailTokens.take(hash, 'verify-email', at)
    if (!found || !taken) return refuse('invalid_token')
    const person = { ...found, emailVerified: true, version: found.version + 1 }
    await tx.store.customers.saveProfile(person)
    tx.publish(customerUpdated(profileFactsOf(person, tx.clock.now())))
    return { person, ...(await openSession({ kind: 'customer', subjectId: customerId }, tx)) }
  })
  return isRefusal(verified) ? verified : await customerTokens(verified, room)
}
