import type { Asking } from './load.ts'

const ADDRESS = {
  name: 'Ada Lovelace',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
}

/** What the load buys: SKUs with stock enough for all of it. */
export interface Shelf {
  readonly skus: readonly string[]
}

let keys = 0
const key = () => ({ 'idempotency-key': `bench-${process.pid}-${++keys}` })

/** New cart and a line: two requests. */
export const cartWithLine =
  ({ skus }: Shelf) =>
  async (ask: Asking, index: number): Promise<boolean> => {
    const cart = await ask('POST', '/store/v1/carts', { currency: 'EUR' })
    const { id } = JSON.parse(cart.body)
    const line = await ask('POST', `/store/v1/carts/${id}/lines`, {
      sku: skus[index % skus.length],
      quantity: 1,
    })
    return cart.status === 201 && line.status === 200
  }

/** Seven requests up to a cart that lacks nothing; returns its id. */
export async function fillCart(ask: Asking, { skus }: Shelf, index: number): Promise<string> {
  const { id } = JSON.parse((await ask('POST', '/store/v1/carts', { currency: 'EUR' })).body)
  const cart = `/store/v1/carts/${id}`
  await ask('POST', `${cart}/lines`, { sku: skus[(2 * index) % skus.length], quantity: 1 })
  await ask('POST', `${cart}/lines`, { sku: skus[(2 * index + 1) % skus.length], quantity: 2 })
  await ask('PATCH', cart, { email: 'ada@example.com', shippingAddress: ADDRESS })
  const options = JSON.parse((await ask('GET', `${cart}/shipping-options`)).body)
  await ask('PATCH', cart, { shippingOptionId: options.items[0].id })
  await ask('GET', `${cart}/payment-methods`)
  return id
}

export async function complete(ask: Asking, cartId: string): Promise<boolean> {
  const body = { paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }
  const answered = await ask('POST', `/store/v1/carts/${cartId}/complete`, body, key())
  if (answered.status !== 201)
    console.error(`  complete answered ${answered.status}: ${answered.body.slice(0, 200)}`)
  return answered.status === 201
}

/** The whole checkout: eight requests. */
export const checkout =
  (shelf: Shelf) =>
  async (ask: Asking, index: number): Promise<boolean> =>
    await complete(ask, await fillCart(ask, shelf, index))
