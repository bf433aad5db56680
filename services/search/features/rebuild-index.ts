import type {
  rebuildIndex as contract,
  IndexRebuild,
  showRebuild as showContract,
} from '@souk/contracts/search'
import { answer, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature, FeatureRoom, Query } from '@souk/kit/service'
import type { Rebuild } from '../store/rebuild-store.ts'
import type { SearchStore } from '../store/search-store.ts'
import { REBUILD } from './repeated.ts'

export const rebuildIndex: Feature<typeof contract, SearchStore> = async (_input, room) => {
  if (!(await openRebuild(room)))
    return refuse('rebuild_running', { detail: 'GET /ops/search/rebuild tells how far it is.' })
  return answer(202, toView(await room.store.findRebuild()))
}

export const showRebuild: Query<typeof showContract, SearchStore> = async (_input, { store }) =>
  toView(await store.findRebuild())

/** Opens the next generation, unless one is being built. */
export async function openRebuild({ store, clock, wake }: FeatureRoom<SearchStore>): Promise<boolean> {
  await store.lockRebuild()
  if ((await store.findRebuild()).isBuilding) return false
  await store.index.openNext()
  await store.startRebuild(toTimestamp(clock.now()))
  wake(REBUILD)
  return true
}

function toView({
  generation,
  isBuilding,
  isListed,
  listed,
  pending,
  startedAt,
  finishedAt,
}: Rebuild): IndexRebuild {
  const state = !isBuilding ? 'finished' : isListed ? 'indexing' : 'listing'
  return {
    ...{ state, generation, listed, pending },
    startedAt: (startedAt ?? new Date(0)).toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
