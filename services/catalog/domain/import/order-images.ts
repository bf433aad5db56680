import type { ImageDraft } from './draft.ts'

/** An image as a file names it; the position may be missing or given twice. */
export interface PlacedImage {
  url: string
  alt: string
  position?: number | undefined
}

/** Each address once, in order of position (those without one last), numbered anew from 1. */
export function orderImages(images: readonly PlacedImage[]): ImageDraft[] {
  const once = new Map<string, PlacedImage>()
  for (const image of images) if (!once.has(image.url)) once.set(image.url, image)
  const last = Number.MAX_SAFE_INTEGER
  const ordered = [...once.values()].sort((a, b) => (a.position ?? last) - (b.position ?? last))
  return ordered.map(({ url, alt }, index) => ({ url, alt, position: index + 1 }))
}
