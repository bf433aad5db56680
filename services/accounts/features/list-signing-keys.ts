import type { listSigningKeys as contract } from '@souk/contracts/accounts'
import { answer } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { keepSigningKeys } from './keep-signing-keys.ts'

export const listSigningKeys: Process<typeof contract, AccountsStore> = async (_, room) => {
  const found = await room.store.signingKeys.list()
  const keys = found.length > 0 ? found : await keepSigningKeys(room)
  return answer(
    200,
    { keys: keys.map(({ publicJwk }) => publicJwk) },
    { 'cache-control': 'public, max-age=300' },
  )
}
