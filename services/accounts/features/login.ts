import type { login as contract } from '@souk/contracts/accounts'
import { isRefusal } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { Profile } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { customerTokens } from './answer-tokens.ts'
import type { Parts } from './parts.ts'
import { type People, signIn } from './sign-in.ts'

const customers: People<Profile> = {
  kind: 'customer',
  attempt: 'sign-in',
  of: (store) => store.customers,
}

export const login =
  (parts: Parts): Process<typeof contract, AccountsStore> =>
  async (credentials, room) => {
    const signedIn = await signIn(customers, { credentials, parts }, room)
    return isRefusal(signedIn) ? signedIn : await customerTokens(signedIn, room)
  }
