import { listProductIds } from '@souk/contracts/catalog'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import type { Rebuild } from '../store/rebuild-store.ts'
import type { SearchStore } from '../store/search-store.ts'
import { openRebuild } from './rebuild-index.ts'
import { REFRESH } from './repeated.ts'

const PORTION = 1_000

/**
 * A step of a rebuild: has the catalog list what is for sale, a portion a turn; when all of it is indexed, switches. A
 * shop that never had an index is given its first.
 */
export async function advanceRebuild(room: ProcessRoom<SearchStore>): Promise<number> {
  const rebuild = await room.store.findRebuild()
  if (rebuild.generation === 0) {
    await room.transaction(openRebuild)
    return 1
  }
  if (!rebuild.isBuilding) return 0
  if (!rebuild.isListed) return await list(rebuild, room)
  if (rebuild.pending === 0) await room.transaction(finish)
  return 0
}

async function list(rebuild: Rebuild, { ask, transaction }: ProcessRoom<SearchStore>): Promise<number> {
  const { listedAfter } = rebuild
  const answer = await ask(listProductIds, { limit: PORTION, ...(listedAfter && { after: listedAfter }) })
  if (!answer.ok) throw new Error(`the catalog refused: ${answer.refusal.code}`)
  const { productIds } = answer.body
  await transaction(async ({ store, wake }) => {
    if (!(await store.noteListed(rebuild, { productIds, isLast: productIds.length < PORTION }))) return
    await store.markListed(productIds)
    wake(REFRESH)
  })
  return 1
}

async function finish({ store, clock }: FeatureRoom<SearchStore>): Promise<void> {
  await store.lockRebuild()
  const { isBuilding, isListed, pending } = await store.findRebuild()
  if (!isBuilding || !isListed || pending > 0) return
  await store.index.switchToNext()
  await store.finishRebuild(toTimestamp(clock.now()))
}
