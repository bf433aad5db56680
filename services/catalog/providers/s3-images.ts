import { hash } from 'node:crypto'
import { seconds } from '@souk/kit/runtime'
import { AwsClient } from 'aws4fetch'
import { checkedKey, type ImageStore } from './image-store.ts'

export interface Bucket {
  /** With the bucket as the first part of its path, e.g. `https://s3.eu-central-1.amazonaws.com/images`. */
  readonly url: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** For one file, trying again included. */
const PATIENCE_MS = seconds(10)
const RETRIES = 2

/** Images as objects of a bucket of S3, or of whatever speaks its HTTP. */
export function s3Images({ url, ...keys }: Bucket): ImageStore {
  const client = new AwsClient({ ...keys, service: 's3', retries: RETRIES })
  async function ask(method: string, key: string, sent?: { bytes: Uint8Array; contentType: string }) {
    const answer = await client.fetch(`${url}/${checkedKey(key)}`, {
      method,
      headers: {
        // Of an upload too, so that what was changed on the way is not kept.
        'x-amz-content-sha256': hash('sha256', sent?.bytes ?? '', 'hex'),
        ...(sent && { 'content-type': sent.contentType }),
      },
      ...(sent && { body: Buffer.from(sent.bytes) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.ok || answer.status === 404) return { isThere: answer.ok, bytes }
    throw new Error(`the bucket answered ${method} with ${answer.status}`)
  }
  return {
    async put(key, bytes, contentType) {
      const { isThere } = await ask('PUT', key, { bytes, contentType })
      if (!isThere) throw new Error('there is no such bucket')
    },
    async get(key) {
      const { isThere, bytes } = await ask('GET', key)
      return isThere ? bytes : undefined
    },
    has: async (key) => (await ask('HEAD', key)).isThere,
    async remove(key) {
      await ask('DELETE', key)
    },
  }
}
