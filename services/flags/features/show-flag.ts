import { isFlagKey } from '@souk/contracts/feature-flags'
import type { showFlag as contract } from '@souk/contracts/flags'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { toView, untouched } from '../domain/flag.ts'
import type { FlagsStore } from '../store/flags-store.ts'

export const showFlag: Query<typeof contract, FlagsStore> = async ({ key }, { store }) =>
  isFlagKey(key)
    ? toView(key, (await store.findTouched(key)) ?? untouched(key))
    : refuse('not_found', { detail: `No feature is called ${key}; the list says which there are.` })
