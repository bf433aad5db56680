/** An uploaded image as it lies. Its name says everything that must be known of it to serve it. */
export interface UploadedImage {
  /** SHA-256 of the file as it was uploaded, in hex. */
  readonly hash: string
  /** In pixels, turned the right way up. */
  readonly width: number
  readonly height: number
}

/** One of the files an image is kept as. */
export interface Rendition {
  readonly key: string
  readonly format: Format
  readonly width: number
  readonly height: number
}

type Format = (typeof FORMATS)[number]
const FORMATS = ['webp', 'avif'] as const
const WIDTHS = [320, 640, 1_280, 2_048] as const
/** What a page shows that asks for no width in particular. */
const USUAL = '1280.webp'
/** So many times as high as wide at most: what is longer gets narrower instead. */
const TALLEST = 2

/** Larger ones are refused before a pixel is read: decoded, one takes up to eight bytes. */
export const MAX_PIXELS = 50_000_000
export const MAX_BYTES = 10 * 1_048_576

export const nameOf = ({ hash, width, height }: UploadedImage): string => `${hash}-${width}x${height}`

export const urlOf = (image: UploadedImage): string => `/images/${nameOf(image)}/${USUAL}`

const NAME = /^(?<hash>[0-9a-f]{64})-(?<width>[1-9]\d{0,7})x(?<height>[1-9]\d{0,7})$/
const FILE = /^(?<asked>\d{3,4})\.(?<format>webp|avif)$/

/** What an address shows: the file of that width, or the widest there is. Nothing where it cannot be an address of ours. */
export function renditionAt(name: string, file: string): Rendition | undefined {
  const { asked, format } = FILE.exec(file)?.groups ?? {}
  const image = readName(name)
  const width = WIDTHS.find((one) => one === Number(asked))
  if (!image || !width || !format) return undefined
  const kept = renditionsOf(image).filter((one) => one.format === format)
  return kept.findLast(({ step }) => step <= width)
}

/** Every file an image is kept as, the narrowest first: each width up to the first that is as wide as the image itself. */
export function renditionsOf(image: UploadedImage): (Rendition & { readonly step: number })[] {
  const whole = WIDTHS.findIndex((step) => shrunk(image, step).width === image.width)
  const steps = whole === -1 ? WIDTHS : WIDTHS.slice(0, whole + 1)
  return steps.flatMap((step) =>
    FORMATS.map((format) => ({
      key: `${nameOf(image)}-${step}.${format}`,
      ...{ step, format },
      ...shrunk(image, step),
    })),
  )
}

/** Never enlarged. */
function shrunk({ width, height }: UploadedImage, step: number): { width: number; height: number } {
  const scale = Math.min(1, step / width, (step * TALLEST) / height)
  const scaled = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: scaled(width), height: scaled(height) }
}

/** The keys of all its files, by its name. */
export function filesOf(name: string): string[] {
  const image = readName(name)
  return image ? renditionsOf(image).map(({ key }) => key) : []
}

const NAMED = /\/images\/([0-9a-f]{64}-\d+x\d+)\//g
const ADDRESS = /\/images\/(?<name>[0-9a-f]{64}-\d+x\d+)\/(?<file>\d+\.[a-z]+)/

/** How large the image at an address is, where that is one of ours. */
export function sizeAt(url: string): { width: number; height: number } | undefined {
  const { name = '', file = '' } = ADDRESS.exec(url)?.groups ?? {}
  const { width, height } = renditionAt(name, file) ?? {}
  return width && height ? { width, height } : undefined
}

/** The names of uploaded images that a text names by their addresses. */
export const namedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(NAMED)].map(([, name]) => name as string)),
]

function readName(name: string): UploadedImage | undefined {
  const { hash = '', width, height } = NAME.exec(name)?.groups ?? {}
  return hash ? { hash, width: Number(width), height: Number(height) } : undefined
}
