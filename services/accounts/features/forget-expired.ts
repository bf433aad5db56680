import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { LONGEST_WINDOW } from './admit-attempt.ts'

/** Removes sessions, tokens and attempts that have run out; returns how many. */
export const forgetExpired = ({ store, clock }: ProcessRoom<AccountsStore>): Promise<number> =>
  store.removeExpired({
    at: toTimestamp(clock.now()),
    lastTry: toTimestamp(clock.now() - LONGEST_WINDOW),
  })
