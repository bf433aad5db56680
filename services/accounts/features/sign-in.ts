import { type Refusal, refuse } from '@souk/kit/contract'
import type { ProcessRoom } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { admitAttempt } from './admit-attempt.ts'
import { openSession } from './open-session.ts'
import type { Parts } from './parts.ts'

/** Where a kind of people is looked up and kept. */
export interface People<Person> {
  readonly kind: 'customer' | 'staff'
  readonly attempt: 'sign-in' | 'staff-sign-in'
  readonly of: (store: AccountsStore) => {
    findByEmail(emailKey: string): Promise<Known<Person> | undefined>
    lock(id: string): Promise<Known<Person> | undefined>
    savePassword(id: string, passwordHash: string): Promise<void>
  }
}
type Known<Person> = Person & { passwordHash: string }

export interface SignedIn<Person> {
  person: Person
  sessionId: string
  refreshToken: string
}

type SignIn = { credentials: { email: string; password: string }; parts: Parts }

/**
 * Checks credentials and opens a session. An unknown address costs a hash as well, and gets the answer of a
 * wrong password.
 */
export async function signIn<Person extends { id: string }>(
  { kind, attempt, of }: People<Person>,
  { credentials: { email, password }, parts: { hashing, limitsAttempts } }: SignIn,
  room: ProcessRoom<AccountsStore>,
): Promise<SignedIn<Person> | Refusal<'invalid_credentials' | 'rate_limited' | 'unavailable'>> {
  const account = emailKey(email)
  if (limitsAttempts && !(await admitAttempt({ kind: attempt, account }, room))) return tooMany()
  const found = await of(room.store).findByEmail(account)
  const fits = await hashing.verify(found?.passwordHash, password)
  if (fits !== true) return fits === false ? refuse('invalid_credentials') : fits
  if (!found) return refuse('invalid_credentials')
  const renewed = hashing.isOutdated(found.passwordHash) ? await hashing.hash(password) : undefined

  return await room.transaction(async (tx) => {
    const locked = await of(tx.store).lock(found.id)
    // Changed or erased while it was verified: the old password must not open a session any more.
    if (locked?.passwordHash !== found.passwordHash) return refuse('invalid_credentials')
    if (typeof renewed === 'string') await of(tx.store).savePassword(found.id, renewed)
    return { person: locked, ...(await openSession({ kind, subjectId: found.id }, tx)) }
  })
}

export const tooMany = () =>
  refuse('rate_limited', { detail: 'Too many attempts at this account; try again in a minute.' })
