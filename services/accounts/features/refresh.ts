import type { refresh as contract } from '@souk/contracts/accounts'
import { isRefusal } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { customerTokens } from './answer-tokens.ts'
import { rotateToken, signInAgain } from './rotate-token.ts'

export const refresh: Process<typeof contract, AccountsStore> = async ({ refreshToken }, room) => {
  const rotated = await rotateToken({ refreshToken, kind: 'customer' }, room)
  if (isRefusal(rotated)) return rotated
  const person = await room.store.customers.find(rotated.subjectId)
  return person ? await customerTokens({ person, ...rotated }, room) : signInAgain()
}
