import { admission, type Release } from '@souk/kit/http'
import { kept, seconds } from '@souk/kit/runtime'
import type { Sharp, SharpOptions } from 'sharp'
import { MAX_PIXELS, type Rendition } from '../domain/uploaded-image.ts'

export type Encoded =
  | { readonly is: 'encoded'; readonly files: ReadonlyMap<Rendition, Uint8Array> }
  | { readonly is: 'busy' }
  | { readonly is: 'late' }
  | { readonly is: 'damaged'; readonly says: string }

/** What reads images of strangers and writes our own. */
export interface ImageEncoder {
  /** Its size the right way up, from the head of the file alone; nothing where that cannot be read. */
  measure(file: Uint8Array): Promise<{ width: number; height: number } | undefined>
  /** The first picture in it, in sRGB and without anything that stood beside its pixels. */
  encode(file: Uint8Array, renditions: readonly Rendition[]): Promise<Encoded>
}

/** One at a time takes one core at most, so that the others sell; some wait as long as a person does. */
const PLACES = { atOnce: 1, waiting: 8, patienceMs: seconds(20) }
const ENCODED_WITHIN_MS = seconds(30)
const LOADERS = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'HeifBuffer', 'NsgifBuffer']

/** Of AVIF the quickest effort: its files are hardly larger than those of 2, which takes six times as long. */
const WRITING = {
  webp: (picture: Sharp) => picture.webp({ quality: 80, effort: 4 }),
  avif: (picture: Sharp) => picture.avif({ quality: 50, effort: 0, chromaSubsampling: '4:2:0' }),
}

/** Images by libvips, which is loaded with the first of them. One for the whole process, as its places are. */
export function imageEncoder({ withinMs = ENCODED_WITHIN_MS } = {}): ImageEncoder {
  const places = admission(PLACES)
  const place = () => new Promise<Release | undefined>((decide) => places.enter(decide))
  const library = kept<typeof import('sharp').default>()
  return {
    async measure(file) {
      const sharp = await library.read(loadSharp)
      // The head may claim what it likes: nothing is set aside for it here.
      const told = await sharp(file, { limitInputPixels: false }).metadata().catch(unread)
      return told?.autoOrient
    },
    async encode(file, renditions) {
      const release = await place()
      if (!release) return { is: 'busy' }
      try {
        const sharp = await library.read(loadSharp)
        return { is: 'encoded', files: await encodeAll(sharp, file, { renditions, withinMs }) }
      } catch (fault) {
        const says = fault instanceof Error ? fault.message : String(fault)
        return says.startsWith(LATE) ? { is: 'late' } : { is: 'damaged', says }
      } finally {
        release()
      }
    },
  }
}

/** How the library begins its word for it. */
const LATE = 'timeout'

const unread = () => undefined

/** Nothing but the five formats is ever looked into, whatever else the library can read. */
async function loadSharp(): Promise<typeof import('sharp').default> {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS.map((loader) => `VipsForeignLoad${loader}`) })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** Decodes once, to the widest that is wanted, and makes every file from that. */
async function encodeAll(
  sharp: typeof import('sharp').default,
  file: Uint8Array,
  { renditions, withinMs }: { renditions: readonly Rendition[]; withinMs: number },
): Promise<Map<Rendition, Uint8Array>> {
  const until = performance.now() + withinMs
  const inTime = (picture: Sharp) => {
    const leftMs = until - performance.now()
    if (leftMs <= 0) throw new Error(`${LATE}: ${withinMs} ms are over`)
    return picture.timeout({ seconds: Math.ceil(leftMs / 1_000) })
  }
  const sized = (given: Uint8Array, options: SharpOptions, { width, height }: Rendition) =>
    inTime(sharp(given, options).autoOrient().resize(width, height, { fit: 'fill' }))
  const widest = renditions.at(-1) as Rendition
  const options = { failOn: 'error', limitInputPixels: MAX_PIXELS } as const
  const { data, info } = await sized(file, options, widest)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const files = new Map<Rendition, Uint8Array>()
  for (const one of renditions)
    files.set(
      one,
      await WRITING[one.format](sized(data, { raw: { width, height, channels } }, one)).toBuffer(),
    )
  return files
}
