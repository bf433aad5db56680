import { resolve } from 'node:path'
import type { Bucket } from './s3-images.ts'

/** Where a shop keeps its images. */
export type ImagePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly bucket: Bucket }

const SCHEMES: Readonly<Record<string, string>> = { 's3:': 'https:', 's3+http:': 'http:' }
const REGION = 'us-east-1'

/**
 * Reads a folder, or `s3://key:secret@host/bucket?region=eu-central-1`; `s3+http:` for one without TLS. Throws a
 * sentence that does not quote the secret.
 */
export function imagePlaceFrom(given: string): ImagePlace {
  if (!/^s3(\+http)?:/.test(given)) return { kind: 'folder', folder: resolve(given) }
  const url = URL.parse(given)
  const scheme = SCHEMES[url?.protocol ?? '']
  if (!url || !scheme || !url.username || !url.password || !/^\/[^/]+\/?$/.test(url.pathname))
    throw new Error('must be a folder, or look like s3://key:secret@host/bucket?region=eu-central-1')
  return {
    kind: 's3',
    bucket: {
      url: `${scheme}//${url.host}${url.pathname.replace(/\/$/, '')}`,
      region: url.searchParams.get('region') ?? REGION,
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    },
  }
}
