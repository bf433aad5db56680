/** What a file is by its first bytes: an image we take, or what it looks like instead, in words. */
export interface KindOfFile {
  readonly isTaken: boolean
  readonly says: string
}

/** Where it is looked at; text may begin with spaces and comments. */
const HEAD_BYTES = 1_024

const startsWith = (text: string) => (bytes: string) => bytes.startsWith(text)
/** ISO base media files, such as AVIF and HEIC, name their brand and those they agree with in their first box. */
const hasBrand = (brands: RegExp) => (bytes: string) =>
  bytes.slice(4, 8) === 'ftyp' && brands.test(bytes.slice(8, 12) + bytes.slice(16, 64))

const TAKEN: readonly [says: string, is: (bytes: string) => boolean][] = [
  ['a JPEG', startsWith('\xff\xd8\xff')],
  ['a PNG', startsWith('\x89PNG\r\n\x1a\n')],
  ['a GIF', (bytes) => /^GIF8[79]a/.test(bytes)],
  ['a WebP', (bytes) => /^RIFF[\s\S]{4}WEBP/.test(bytes)],
  ['an AVIF', hasBrand(/avi[fs]/)],
]

const OTHERS: readonly [says: string, is: (bytes: string) => boolean][] = [
  ['nothing at all', (bytes) => bytes === ''],
  ['an SVG, which can hold programs; save it as PNG or WebP', (bytes) => /<svg[\s>]/i.test(bytes)],
  ['a HEIC; save it as JPEG', hasBrand(/hei[cfmsx]|hev|mif1|msf1/)],
  ['a video', (bytes) => bytes.slice(4, 8) === 'ftyp'],
  ['a web page', (bytes) => /^\s*<(!doctype html|html|head|body|script)/i.test(bytes)],
  ['XML', (bytes) => /^\s*<\?xml/.test(bytes)],
  ['a PDF', startsWith('%PDF')],
  ['a ZIP', startsWith('PK')],
  ['a TIFF; save it as JPEG or PNG', (bytes) => /^(II\*\0|MM\0\*)/.test(bytes)],
  ['a BMP; save it as PNG', startsWith('BM')],
]

export function kindOfFile(file: Uint8Array): KindOfFile {
  // One character for each byte, so that patterns can look at both text and numbers.
  const bytes = Buffer.from(file.subarray(0, HEAD_BYTES)).toString('latin1')
  const taken = TAKEN.find(([, is]) => is(bytes))
  if (taken) return { isTaken: true, says: taken[0] }
  const other = OTHERS.find(([, is]) => is(bytes))
  return { isTaken: false, says: other?.[0] ?? 'something else' }
}
