import type { listFlags as contract } from '@souk/contracts/flags'
import type { Query } from '@souk/kit/service'
import { toView } from '../domain/flag.ts'
import type { FlagsStore } from '../store/flags-store.ts'
import { allFlags } from './all-flags.ts'

export const listFlags: Query<typeof contract, FlagsStore> = async (_input, { store }) => ({
  items: (await allFlags(store)).map((flag) => toView(flag.key, flag)),
  nextCursor: null,
})
