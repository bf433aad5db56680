import { days, toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { filesOf } from '../domain/uploaded-image.ts'
import type { ImageStore } from '../providers/image-store.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

const LOT = 20
const KEPT_MS = days(1)

/**
 * Removes images that were uploaded a day ago and that nothing shows; returns how many were looked at. Their rows stay
 * locked meanwhile: who uploads the same image again, or shows it, waits until it is gone or stays.
 */
export const removeUnshownImages =
  (files: ImageStore) =>
  ({ clock, transaction, speak }: ProcessRoom<CatalogStore>): Promise<number> =>
    transaction(async ({ store }) => {
      const names = await store.lockUnshown(toTimestamp(clock.now() - KEPT_MS), LOT)
      if (names.length === 0) return 0
      const shown = await store.findShown(names)
      await store.noteShown(shown)
      const gone = names.filter((name) => !shown.includes(name))
      await speak({ to: 'image-store', verb: 'remove' }, async () => {
        for (const key of gone.flatMap(filesOf)) await files.remove(key)
      })
      await store.forgetUploads(gone)
      return names.length
    })
