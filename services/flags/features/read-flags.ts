import type { readFlags as contract } from '@souk/contracts/flags'
import type { Query } from '@souk/kit/service'
import type { FlagsStore } from '../store/flags-store.ts'
import { allFlags } from './all-flags.ts'

export const readFlags: Query<typeof contract, FlagsStore> = async (_input, { store }) => ({
  items: (await allFlags(store)).map(({ key, isOn, rollout }) => ({ key, isOn, rollout })),
})
