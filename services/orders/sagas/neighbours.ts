import type { FrozenCart } from '@souk/contracts/carts'
import type { Payment } from '@souk/contracts/payments'
import type { Reply } from '@souk/kit/contract'
import type { Dispatch } from '@souk/kit/service'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const address = { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }

export const frozen = (cartId: string): FrozenCart => ({
  cartId,
  version: 3,
  customerId: null,
  currency: 'EUR',
  email: 'ada@example.com',
  shippingAddress: address,
  billingAddress: address,
  shippingOption: {
    id: 'standard',
    name: 'Post',
    carrier: 'post',
    price: eur(490),
    estimate: { minDays: 1, maxDays: 3 },
  },
  lines: [
    {
      id: 'line_01h455vb4pex5vsknk084sn001',
      variantId: 'var_01h455vb4pex5vsknk084sn001',
      sku: 'MUG',
      productSlug: 'mug',
      title: 'Mug',
      quantity: 2,
      unitPrice: eur(1_000),
      discount: eur(0),
      tax: eur(319),
      total: eur(2_000),
      taxClass: 'standard',
    },
  ],
  quote: {
    lines: [],
    taxes: [{ name: 'VAT', rate: '19%', amount: eur(397) }],
    totals: {
      subtotal: eur(2_000),
      discount: eur(0),
      shipping: eur(490),
      tax: eur(397),
      total: eur(2_490),
      taxIncluded: true,
    },
    rounding: { mode: 'half_even', level: 'line' },
  },
})

export const payment = (orderId: string, change: Partial<Payment> = {}): Payment => ({
  id: 'pay_01h455vb4pex5vsknk084sn001',
  orderId,
  provider: 'sandbox',
  methodId: 'sandbox_card',
  status: 'captured',
  amount: eur(2_490),
  authorized: eur(2_490),
  captured: eur(2_490),
  refunded: eur(0),
  voided: eur(0),
  redirectUrl: null,
  failure: null,
  version: 1,
  ...change,
})

/** What the neighbours answer, by call; anything may be scripted otherwise. A thrown error is a fault. */
export type Script = Record<string, (input: Record<string, unknown>) => Reply>

/** The services an order asks, reduced to their contracts; remembers who was asked what, in order. */
export function neighbours() {
  const asked: string[] = []
  const script: Script = {
    'freeze-cart': ({ id }) => ({ ok: true, status: 200, body: frozen(String(id)) }),
    'thaw-cart': () => ({ ok: true, status: 204, body: undefined }),
    'reserve-stock': ({ orderId, expiresAt }) => ({ ok: true, status: 201, body: { orderId, expiresAt } }),
    'release-stock': () => ({ ok: true, status: 204, body: undefined }),
    'redeem-promotions': () => ({ ok: true, status: 204, body: undefined }),
    'release-promotions': () => ({ ok: true, status: 204, body: undefined }),
    'authorize-payment': ({ orderId }) => ({ ok: true, status: 200, body: payment(String(orderId)) }),
    'cancel-payment': () => ({ ok: true, status: 200, body: { payment: null, isSettled: true } }),
  }
  const slow: Record<string, () => Promise<void>> = {}
  const dispatch: Dispatch = async (contract, input) => {
    asked.push(contract.name)
    await slow[contract.name]?.()
    const answer = script[contract.name]
    if (!answer) throw new Error(`nobody answers ${contract.name}`)
    return answer(input)
  }
  return { asked, script, slow, dispatch }
}
