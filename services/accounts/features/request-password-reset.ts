import type { requestPasswordReset as contract } from '@souk/contracts/accounts'
import type { Feature, ProcessRoom } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { admitAttempt } from './admit-attempt.ts'
import { mailPasswordReset } from './mail-token.ts'

/** Only puts the request down: looking into it here would tell by its duration whether the address is known. */
export const requestPasswordReset: Feature<typeof contract, AccountsStore> = async ({ email }, { store }) => {
  await store.mailTokens.addResetRequest(emailKey(email))
  return undefined
}

const BATCH = 50

/** Looks into requests and mails a link where there is an account. Returns how many there were. */
export const answerResetRequests = ({ transaction }: ProcessRoom<AccountsStore>): Promise<number> =>
  transaction(async (room) => {
    const requested = await room.store.mailTokens.takeResetRequests(BATCH)
    for (const account of new Set(requested)) {
      const customer = await room.store.customers.findByEmail(account)
      if (customer && (await admitAttempt({ kind: 'mail', account: customer.id }, room))) {
        await mailPasswordReset(customer, room)
      }
    }
    return requested.length
  })
