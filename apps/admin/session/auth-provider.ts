import { type AuthProvider, HttpError } from 'react-admin'
import { may, scopeFor } from './may.ts'
import { forgetWho, signIn, signOut, whoIsIt } from './session.ts'

/** Who works here and what they may do, by the scopes the shop says they have. */
export const authProvider: AuthProvider = {
  login: signIn,
  async logout() {
    await signOut()
  },
  /** A shop that is away signs nobody out: pages say so where they ask it for something. */
  async checkAuth() {
    await whoIsIt().catch((error: unknown) => {
      if (isSignedOut(error)) throw error
    })
  },
  /** A session that ended leads to signing in; what is merely not allowed is told where it was asked for. */
  async checkError(error: unknown) {
    if (!isSignedOut(error)) return
    forgetWho()
    throw error
  },
  async getIdentity() {
    const { id, name, email } = await whoIsIt()
    return { id, fullName: name, email }
  },
  async getPermissions() {
    return (await whoIsIt()).scopes
  },
  async canAccess({ resource, action }) {
    return may((await whoIsIt()).scopes, scopeFor({ resource, action }))
  },
}

const isSignedOut = (error: unknown) => error instanceof HttpError && error.status === 401
