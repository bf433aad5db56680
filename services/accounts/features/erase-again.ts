import { customerErased } from '@souk/contracts/accounts'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

/** Longer than a checkout may take, and than a mail or event may be on its way. */
const AGAIN_AFTER = minutes(60)
const BATCH = 50

/**
 * Asks everybody to forget an erased customer once more: a checkout that was under way, or an event that was, may have
 * been stored behind the first time. Returns how many.
 */
export const eraseAgain = ({ transaction }: ProcessRoom<AccountsStore>): Promise<number> =>
  transaction(async ({ store, clock, publish }) => {
    const at = toTimestamp(clock.now())
    const since = toTimestamp(clock.now() - AGAIN_AFTER)
    const asked = await store.erasures.takeToAskAgain({ since, at, limit: BATCH })
    for (const customerId of asked) publish(customerErased({ customerId, at }))
    return asked.length
  })
