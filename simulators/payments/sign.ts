import { createHmac } from 'node:crypto'

/**
 * The headers of the Standard Webhooks specification; `timestamp` in epoch seconds.
 * A secret that begins with `whsec_` is base64 after that prefix, any other is taken as it is.
 */
export function signedHeaders(
  { id, body, timestamp }: { id: string; body: string; timestamp: number },
  secret: string,
): Record<string, string> {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}
