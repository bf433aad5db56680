import type { refreshStaff as contract } from '@souk/contracts/accounts'
import { isRefusal } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { staffTokens } from './answer-tokens.ts'
import { rotateToken, signInAgain } from './rotate-token.ts'

export const refreshStaff: Process<typeof contract, AccountsStore> = async ({ refreshToken }, room) => {
  const rotated = await rotateToken({ refreshToken, kind: 'staff' }, room)
  if (isRefusal(rotated)) return rotated
  const person = await room.store.staff.find(rotated.subjectId)
  return person ? await staffTokens({ person, ...rotated }, room) : signInAgain()
}
