import type { uploadImage as contract } from '@souk/contracts/catalog'
import { answer, isRefusal } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { nameOf, sizeAt, urlOf } from '../domain/uploaded-image.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { type Images, keepImage } from './keep-image.ts'
import { readImage } from './read-image.ts'

/**
 * Keeps of an upload what we encoded ourselves and nothing else. The row comes before the files, so that whatever
 * breaks off on the way is removed like any image nobody shows.
 */
export const uploadImage =
  (images: Images): Process<typeof contract, CatalogStore> =>
  async ({ alt }, room) => {
    const read = await readImage(room.upload, images)
    if (isRefusal(read)) return read
    const now = toTimestamp(room.clock.now())
    await room.transaction(({ store }) => store.noteUpload(nameOf(read.image), now))
    const refused = await keepImage(read, images, room)
    if (refused) return refused
    const url = urlOf(read.image)
    const { width, height } = sizeAt(url) ?? read.image
    return answer(201, { url, width, height, ...(alt !== undefined && { alt }) })
  }
