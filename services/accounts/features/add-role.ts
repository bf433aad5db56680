import type { addRole as contract } from '@souk/contracts/accounts'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { holdTeam, refuseScopes } from './hold-team.ts'

export const addRole: Feature<typeof contract, AccountsStore> = async ({ name, scopes }, room) => {
  const held = await holdTeam(room)
  if (isRefusal(held)) return held
  const refused = refuseScopes(held, scopes)
  if (refused) return refused
  const role = { id: room.ids.next('role'), name, scopes: [...new Set(scopes)], isBuiltIn: false, version: 1 }
  return (await room.store.roles.save(role)) ? answer(201, role) : refuse('role_exists')
}
