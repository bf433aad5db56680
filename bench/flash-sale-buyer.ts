import type { Asking } from './load.ts'

const ADDRESS = {
  name: 'Ada Lovelace',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
}
const PAYMENT = { paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }
const ASKED_AT_MOST = 60

/** How it ended for one buyer; `orderId` is there where an order stands. */
export interface Outcome {
  readonly kind: 'won' | 'lost' | 'failed'
  /** Milliseconds from asking to complete until it was known. */
  readonly answeredAfter: number
  readonly orderId?: string
  readonly why?: string
}

/** A cart of one unit, completed: four requests, and more only where the shop says it does not know yet. */
export async function buyOne(ask: Asking, { sku, buyer }: { sku: string; buyer: number }): Promise<Outcome> {
  const created = await ask('POST', '/store/v1/carts', { currency: 'EUR' })
  if (created.status !== 201) return failed(created)
  const cart = `/store/v1/carts/${JSON.parse(created.body).id}`
  const line = await ask('POST', `${cart}/lines`, { sku, quantity: 1 })
  if (line.status !== 200) return isSoldOut(line) ? { kind: 'lost', answeredAfter: 0 } : failed(line)
  const email = `buyer-${buyer}@example.com`
  const details = { email, shippingAddress: ADDRESS, shippingOptionId: 'standard' }
  const ready = await ask('PATCH', cart, details)
  if (ready.status !== 200) return failed(ready)
  return await complete(ask, { cart, buyer })
}

async function complete(ask: Asking, { cart, buyer }: { cart: string; buyer: number }): Promise<Outcome> {
  const key = { 'idempotency-key': `flash-sale-${process.pid}-${buyer}` }
  const begun = performance.now()
  for (let turn = 0; turn < ASKED_AT_MOST; turn++) {
    const answered = await ask('POST', `${cart}/complete`, PAYMENT, key)
    const answeredAfter = performance.now() - begun
    if (answered.status === 201)
      return { kind: 'won', answeredAfter, orderId: JSON.parse(answered.body).order.id }
    if (isSoldOut(answered)) return { kind: 'lost', answeredAfter }
    if (answered.status !== 202) return { ...failed(answered), answeredAfter }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  return { kind: 'failed', answeredAfter: performance.now() - begun, why: 'processing for ever' }
}

interface Answered {
  readonly status: number
  readonly body: string
}

const isSoldOut = ({ status, body }: Answered) => status === 409 && JSON.parse(body).code === 'out_of_stock'

const failed = ({ status, body }: Answered): Outcome => ({
  kind: 'failed',
  answeredAfter: 0,
  why: `${status} ${body.slice(0, 200)}`,
})
