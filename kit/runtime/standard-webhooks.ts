import { createHmac, timingSafeEqual } from 'node:crypto'
import { minutes, seconds } from './clock.ts'

/** A notification as it came in. */
export interface RawWebhook {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Milliseconds since 1970. */
  readonly now: number
}

const TOLERANCE_MS = minutes(5)
const PREFIX = 'whsec_'

/**
 * Checks a notification’s signature by the Standard Webhooks specification: HMAC-SHA256 over `id.timestamp.body`,
 * any of several signatures, at most five minutes old or ahead. Answers the message’s id, or why it is not genuine.
 */
export function verifyWebhook(
  { body, headers, now }: RawWebhook,
  secret: string,
): { id: string } | { why: string } {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  )
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return { why: 'The signature headers are missing.' }
  if (!/^\d{1,12}$/.test(timestamp)) return { why: 'The timestamp is no number of seconds.' }
  if (Math.abs(now - seconds(Number(timestamp))) > TOLERANCE_MS)
    return { why: 'The timestamp is too far from now.' }
  const expected = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest()
  const fits = signatures.split(' ').some((one) => equals(one, expected))
  return fits ? { id } : { why: 'The signature does not fit.' }
}

const keyOf = (secret: string) =>
  secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : secret

function equals(given: string, expected: Buffer): boolean {
  if (!given.startsWith('v1,')) return false
  const bytes = Buffer.from(given.slice('v1,'.length), 'base64')
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}
