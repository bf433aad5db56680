import { paymentVoided } from '@souk/contracts/payments'
import { days } from '@souk/kit/runtime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterEach(() => shop.eventually(() => shop.expectBooksToAgree()))
afterAll(() => shop.close())

describe('P11 an authorization that runs out', () => {
  it('after a week is let go, and told', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    await shop.stage.settle()
    shop.stage.clock.forward(days(7) - 60_000)
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({ status: 'authorized' })
    shop.stage.clock.forward(120_000)
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({ status: 'voided', voided: { amount: 10_000 } })
    expect(await shop.bookOf(orderId)).toContain('void succeeded 10000')
    expect(shop.announcedOf(paymentVoided, orderId)).toHaveLength(1)
    expect(await shop.capture(orderId, 'late')).toMatchObject({ refusal: { code: 'payment_unavailable' } })
  })

  it('after a week keeps what was taken of it in time', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    await shop.capture(orderId, 'part', 4_000)
    shop.stage.clock.forward(days(8))
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({
      status: 'captured',
      captured: { amount: 4_000 },
      voided: { amount: 6_000 },
      refunded: { amount: 0 },
    })
  })

  it('sooner at the provider, untold, is found out by the capture that fails', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    const [row] = (await shop.readBook()).filter(({ reference }) => reference === id)
    await shop.unheard(async () => {
      await shop.sandbox.post(`/v1/payments/${row?.paymentId}/void`, `${orderId}-1-void`, {})
      expect(await shop.capture(orderId, 'late')).toMatchObject({ refusal: { code: 'payment_unavailable' } })
    })
    expect(await shop.show(id)).toMatchObject({ status: 'voided' })
  })
})
