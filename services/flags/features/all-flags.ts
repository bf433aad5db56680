import { type FlagKey, featureFlags } from '@souk/contracts/feature-flags'
import { type StoredFlag, untouched } from '../domain/flag.ts'
import type { FlagsStore } from '../store/flags-store.ts'

/** How every flag stands, in the order in which they are declared; a row of one that is not any more is left out. */
export async function allFlags(store: FlagsStore): Promise<(StoredFlag & { key: FlagKey })[]> {
  const touched = new Map((await store.listTouched()).map((flag) => [flag.key, flag]))
  const keys = Object.keys(featureFlags) as FlagKey[]
  return keys.map((key) => ({ ...(touched.get(key) ?? untouched(key)), key }))
}
