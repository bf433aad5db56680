import type { StaffMember } from '@souk/contracts/accounts'
import type { z } from 'zod'
import { ask } from '../data/ask.ts'

type Me = z.infer<typeof StaffMember>

/** Asks for the tokens to be kept in cookies no script can read. */
const BY_COOKIE = { 'souk-session': 'cookie' }

let known: Promise<Me> | undefined

/** Who is signed in, asked once and remembered until that changes. */
export function whoIsIt(): Promise<Me> {
  known ??= ask<Me>('/admin/v1/me').catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

export function forgetWho(): void {
  known = undefined
}

export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  forgetWho()
  await ask('/admin/v1/auth/login', { method: 'POST', body: credentials, headers: BY_COOKIE })
  await whoIsIt()
}

/** Chooses a password by the token mailed, and signs in. */
export async function acceptInvitation(chosen: { token: string; password: string }): Promise<void> {
  forgetWho()
  await ask('/admin/v1/auth/accept-invitation', { method: 'POST', body: chosen, headers: BY_COOKIE })
}

/** Ends every session of whoever is signed in and opens a new one, here. */
export async function changePassword(body: { currentPassword: string; newPassword: string }): Promise<void> {
  await ask('/admin/v1/me/password', { method: 'POST', body, headers: BY_COOKIE })
}

/** Ends the session here and at the shop; one that is over already is over. */
export async function signOut(): Promise<void> {
  const wasKnown = known !== undefined
  forgetWho()
  if (wasKnown) await ask('/admin/v1/auth/logout', { method: 'POST', headers: BY_COOKIE }).catch(() => {})
}
