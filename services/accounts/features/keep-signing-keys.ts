import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { rotation } from '../domain/signing-keys.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { SigningKey } from '../store/signing-keys.ts'

/** Makes the first key, the next one when it is time, and drops those that have served; returns what there is. */
export const keepSigningKeys = ({ transaction }: ProcessRoom<AccountsStore>): Promise<SigningKey[]> =>
  transaction(async (room) => {
    await room.store.signingKeys.lock()
    const { activeFrom, served } = rotation(await room.store.signingKeys.list(), room.clock.now())
    if (served.length > 0) await room.store.signingKeys.remove(served)
    if (activeFrom !== undefined) await makeKey(activeFrom, room)
    return await room.store.signingKeys.list()
  })

/** The same as repeated work: how many keys came or went. */
export async function rotateSigningKeys(room: ProcessRoom<AccountsStore>): Promise<number> {
  const before = await room.store.signingKeys.list()
  const { activeFrom, served } = rotation(before, room.clock.now())
  if (activeFrom === undefined && served.length === 0) return 0
  await keepSigningKeys(room)
  return 1
}

async function makeKey(activeFrom: number, { store, clock }: FeatureRoom<AccountsStore>): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const { x, y } = await exportJWK(publicKey)
  if (!x || !y) throw new Error('an ES256 key has two coordinates')
  const kid = await calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', x, y })
  await store.signingKeys.add({
    kid,
    privateJwk: { ...(await exportJWK(privateKey)), alg: 'ES256' },
    publicJwk: { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' },
    createdAt: toTimestamp(clock.now()),
    activeFrom: toTimestamp(activeFrom),
  })
}
