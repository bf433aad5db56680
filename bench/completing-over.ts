import type { Agent } from 'undici'

let keys = 0

/** Completes a cart on whichever line is free; answers the status. Rejects where no answer comes in time. */
export async function completeOver(
  agent: Agent,
  { url: origin, cart }: { url: string; cart: string },
): Promise<number> {
  const { statusCode, body } = await agent.request({
    origin,
    method: 'POST',
    path: `/store/v1/carts/${cart}/complete`,
    headers: { 'content-type': 'application/json', 'idempotency-key': `over-${process.pid}-${++keys}` },
    body: JSON.stringify({ paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }),
  })
  await body.dump()
  return statusCode
}
