import { isFlagKey } from '@souk/contracts/feature-flags'
import type { changeFlag as contract } from '@souk/contracts/flags'
import { isStale, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import { revised, settingOf, toView, untouched } from '../domain/flag.ts'
import type { FlagsStore } from '../store/flags-store.ts'

export const changeFlag: Feature<typeof contract, FlagsStore> = async ({ key, ...wanted }, room) => {
  const { store, ifMatch, caller, clock } = room
  if (!isFlagKey(key))
    return refuse('not_found', { detail: `No feature is called ${key}; the list says which there are.` })
  const flag = await store.lockFlag(untouched(key))
  if (isStale(ifMatch, flag.version))
    return refuse('version_conflict', { detail: `This flag is at version ${flag.version} now.` })
  const before = settingOf(flag)
  const after = revised(before, wanted)
  if (after === before) return toView(key, flag)
  const [at, by, version] = [toTimestamp(clock.now()), actorOf(caller), flag.version + 1]
  const changed = { ...flag, ...after, version, changedAt: at, changedBy: by }
  await store.saveFlag(changed)
  await store.addChange(key, { version, at, by, before, after })
  return toView(key, changed)
}
