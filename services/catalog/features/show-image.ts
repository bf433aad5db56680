import type { showImage as contract } from '@souk/contracts/catalog'
import { answer, refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { renditionAt } from '../domain/uploaded-image.ts'
import type { ImageStore } from '../providers/image-store.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** What lies at an address never changes, so whoever has it need not ask again. */
export const showImage =
  (files: ImageStore): Query<typeof contract, CatalogStore> =>
  async ({ image, file }) => {
    const rendition = renditionAt(image, file)
    const bytes = rendition && (await files.get(rendition.key))
    if (!bytes) return refuse('not_found', { detail: 'There is no such image.' })
    return answer(200, bytes, {
      'content-type': `image/${rendition.format}`,
      'content-length': String(bytes.length),
      etag: `"${rendition.key}"`,
      'cache-control': 'public, max-age=31536000, immutable',
      // Mails and shops on other origins may show them.
      'cross-origin-resource-policy': 'cross-origin',
    })
  }
