import { hash } from 'node:crypto'
import { type Refusal, refuse } from '@souk/kit/contract'
import type { Upload } from '@souk/kit/service'
import { kindOfFile } from '../domain/kind-of-file.ts'
import { MAX_BYTES, MAX_PIXELS, type UploadedImage } from '../domain/uploaded-image.ts'
import type { Images } from './keep-image.ts'

export interface ReadImage {
  readonly file: Uint8Array
  /** What the file is, in words. */
  readonly kind: string
  readonly image: UploadedImage
}

/** An upload, once its first bytes and its head say that it is an image we take; its name and declared type say nothing. */
export async function readImage(
  upload: Upload | undefined,
  { encoder }: Images,
): Promise<ReadImage | Refusal<'body_too_large' | 'not_an_image' | 'image_too_large'>> {
  const file = await readFile(upload)
  if (!file) return refuse('body_too_large', { detail: 'An image may have 10 MiB; save it smaller.' })
  const kind = kindOfFile(file)
  if (!kind.isTaken)
    return refuse('not_an_image', {
      detail: `This looks like ${kind.says}. Send a JPEG, PNG, WebP, AVIF or GIF.`,
    })
  const size = await encoder.measure(file)
  if (!size)
    return refuse('not_an_image', { detail: `This begins like ${kind.says}, but its head cannot be read.` })
  const { width, height } = size
  if (width * height > MAX_PIXELS)
    return refuse('image_too_large', {
      detail: `It is ${width} × ${height} pixels; ${MAX_PIXELS / 1e6} million are taken. Save it smaller.`,
    })
  return { file, kind: kind.says, image: { hash: hash('sha256', file, 'hex'), width, height } }
}

/** What is too large is read to its end all the same: whoever is still sending would not hear why it was refused. */
async function readFile(upload: Upload | undefined): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of upload?.stream ?? []) {
    size += chunk.length
    if (size <= MAX_BYTES) chunks.push(chunk)
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks) : undefined
}
