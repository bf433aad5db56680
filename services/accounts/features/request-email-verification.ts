import type { requestEmailVerification as contract } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { admitAttempt } from './admit-attempt.ts'
import { mailVerification } from './mail-token.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const requestEmailVerification: Feature<typeof contract, AccountsStore> = async (_, room) => {
  const customer = await room.store.customers.lock(ownId(room.caller))
  if (!customer) return signInAgain()
  if (customer.emailVerified) return undefined
  const isAdmitted = await admitAttempt({ kind: 'mail', account: customer.id }, room)
  if (!isAdmitted) return refuse('rate_limited', { detail: 'Enough mails were sent; try again in an hour.' })
  await mailVerification(customer, room)
  return undefined
}
