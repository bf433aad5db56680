import { type Refusal, refuse } from '@souk/kit/contract'
import type { ProcessRoom } from '@souk/kit/service'
import { type Rendition, renditionsOf } from '../domain/uploaded-image.ts'
import type { Encoded, ImageEncoder } from '../providers/image-encoder.ts'
import type { ImageStore } from '../providers/image-store.ts'
import type { ReadImage } from './read-image.ts'

export interface Images {
  readonly encoder: ImageEncoder
  readonly files: ImageStore
}

/** Makes every file of an image, once; the last one put tells that all are there. */
export async function keepImage(
  { file, kind, image }: ReadImage,
  { encoder, files }: Images,
  { speak }: Pick<ProcessRoom<unknown>, 'speak'>,
): Promise<Refusal<'unavailable' | 'image_too_large' | 'not_an_image'> | undefined> {
  const renditions = renditionsOf(image)
  const last = renditions.at(-1) as Rendition
  const isThere = await speak({ to: 'image-store', verb: 'has' }, () => files.has(last.key))
  if (isThere) return undefined
  const encoded = await encoder.encode(file, renditions)
  if (encoded.is !== 'encoded') return refusalOf(encoded, kind)
  await speak({ to: 'image-store', verb: 'put' }, async () => {
    for (const [{ key, format }, bytes] of encoded.files) await files.put(key, bytes, `image/${format}`)
  })
  return undefined
}

function refusalOf(encoded: Exclude<Encoded, { is: 'encoded' }>, kind: string) {
  if (encoded.is === 'busy')
    return refuse('unavailable', {
      detail: 'Other images are being made ready. Send this one again in a moment.',
    })
  if (encoded.is === 'late')
    return refuse('image_too_large', {
      detail: 'Making it ready takes too long. Save it smaller or more plainly.',
    })
  const says = encoded.says.split('\n')[0]?.slice(0, 200)
  return refuse('not_an_image', {
    detail: `This begins like ${kind}, but cannot be read to its end: ${says}.`,
  })
}
