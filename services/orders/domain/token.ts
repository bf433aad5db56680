import { createHmac, timingSafeEqual } from 'node:crypto'

const BYTES = 18

/** The guest's key to an order: 144 bits of HMAC-SHA256 over its id, so it is stored nowhere and the same each time. */
export const tokenOf = (orderId: string, secret: string): string =>
  createHmac('sha256', secret).update(`order ${orderId}`).digest().subarray(0, BYTES).toString('base64url')

export function opens(token: string | undefined, orderId: string, secret: string): boolean {
  const expected = Buffer.from(tokenOf(orderId, secret))
  const given = Buffer.from(token ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
