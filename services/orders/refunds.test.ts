import { completeCart, refundOrder } from '@souk/contracts/orders'
import { guest, openStage, type Stage, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { neighbours, payment } from './sagas/neighbours.ts'
import { orders } from './service.ts'

let stage: Stage
const around = neighbours()
const requests: unknown[] = []
const eur = (amount: number) => ({ amount, currency: 'EUR' })

beforeAll(async () => {
  around.script['refund-payment'] = ({ orderId, amount, reason, requestId }) => {
    requests.push(requestId)
    const id = `rfd_01h455vb4pex5vsknk084sn00${requests.length}`
    const refund = { id, amount, reason, status: 'succeeded' }
    const paid = payment(String(orderId), {
      version: 1 + requests.length,
      refunded: eur(100 * requests.length),
    })
    return { ok: true, status: 201, body: { refund, payment: paid } }
  }
  stage = await openStage([orders({ tokenSecret: 'a secret for tests' })], {
    cluster: testCluster(),
    others: around.dispatch,
  })
})
afterAll(() => stage.stop())

it('are told apart by who asks, should two members of staff choose the same key', async () => {
  const cart = { id: 'cart_01h455vb4pex5vsknk084sn001', paymentMethodId: 'sandbox_card' }
  const bought = await stage.ask(completeCart, cart, { as: guest, key: 'bought' })
  if (!bought.ok) throw new Error(bought.refusal.code)
  const refund = { id: bought.body.order.id, amount: eur(100), reason: 'late' }
  for (const id of ['staff_ada', 'staff_bob'])
    expect(
      await stage.ask(refundOrder, refund, { as: { kind: 'staff', id, scopes: ['admin'] }, key: 'one' }),
    ).toMatchObject({
      ok: true,
    })
  expect(new Set(requests).size).toBe(2)
})
