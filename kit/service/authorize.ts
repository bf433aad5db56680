import type { Access } from '../contract/call.ts'
import { type Refusal, refuse } from '../contract/refusal.ts'
import type { Caller } from './caller.ts'

/** Whether this caller may ask at all. Whose resource it is, the feature decides where it reads the row. */
export function authorize(access: Access, caller: Caller): Refusal | undefined {
  if (access === 'anyone') return undefined
  if (access === 'internal') return caller.kind === 'service' ? undefined : refuse('not_found')
  if (access === 'operator') return caller.kind === 'operator' ? undefined : signInOr(caller)
  if (access === 'customer') return caller.kind === 'customer' ? undefined : signInOr(caller)
  if (access === 'staff') return caller.kind === 'staff' ? undefined : signInOr(caller)
  const scope = access.slice('staff:'.length)
  if (caller.kind !== 'staff') return signInOr(caller)
  if (caller.scopes.includes('admin') || caller.scopes.includes(scope)) return undefined
  return refuse('forbidden', { detail: `This needs the scope ${scope}.` })
}

/** Nobody yet: asked to sign in. Somebody else: told that it is not theirs to do. */
const signInOr = (caller: Caller): Refusal =>
  caller.kind === 'guest'
    ? refuse('unauthenticated', { detail: 'Send an access token: Authorization: Bearer …' })
    : refuse('forbidden', { detail: 'This token is for another kind of user.' })
