import { allScopes } from '@souk/contracts/scopes'
import { type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import { beyond } from '../domain/scopes.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { Grants } from '../store/staff.ts'

/**
 * Begins every change of what staff may do: one at a time, and with what the caller holds now, for whoever was
 * demoted a second ago must not promote themselves again with the token they still have.
 */
export async function holdTeam({
  store,
  caller,
}: FeatureRoom<AccountsStore>): Promise<readonly string[] | Refusal<'forbidden'>> {
  await store.staff.lockTeam()
  const actor = caller.kind === 'staff' ? await store.staff.find(caller.id) : undefined
  const held = actor?.scopes ?? []
  return beyond(held, ['staff:write']).length === 0
    ? held
    : refuse('forbidden', { detail: 'This needs the scope staff:write.' })
}

/** Refuses what the caller does not hold: to grant it, to take it away, or to touch somebody who has it. */
export function refuseBeyond(
  held: readonly string[],
  wanted: readonly string[],
): Refusal<'scope_not_held'> | undefined {
  const missing = beyond(held, wanted)
  return missing.length === 0
    ? undefined
    : refuse('scope_not_held', { detail: `You do not hold ${missing.join(', ')} yourself.` })
}

/** Refuses scopes that no call asks for, or that the caller does not hold. */
export function refuseScopes(
  held: readonly string[],
  wanted: readonly string[],
): Refusal<'scope_not_held' | 'unknown_scope'> | undefined {
  const unknown = wanted.filter((scope) => !allScopes.includes(scope))
  return unknown.length > 0
    ? refuse('unknown_scope', { detail: `There is no scope ${unknown.join(', ')}.` })
    : refuseBeyond(held, wanted)
}

/** Refuses what somebody is to be given where it is not the caller’s to give. */
export async function refuseGrants(
  held: readonly string[],
  { roleIds, extraScopes }: Grants,
  store: AccountsStore,
): Promise<Refusal<'scope_not_held' | 'unknown_scope' | 'unknown_role'> | undefined> {
  const roles = await store.roles.findAll(roleIds)
  const unknown = roleIds.filter((id) => !roles.some((role) => role.id === id))
  if (unknown.length > 0) return refuse('unknown_role', { detail: `There is no role ${unknown.join(', ')}.` })
  return (
    refuseScopes(held, extraScopes) ??
    refuseBeyond(
      held,
      roles.flatMap(({ scopes }) => scopes),
    )
  )
}
