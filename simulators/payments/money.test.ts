import { expect, test } from 'vitest'
import { purchase, sandbox } from './testing.ts'

/** A sandbox with 100.00 EUR authorized in it. */
async function authorized() {
  const { pay, post, ask, rows } = await sandbox()
  const { body } = await pay('tok_authorize', { amount: 10000 })
  const at = (verb: string) => `/v1/payments/${body.id}/${verb}`
  return {
    rows,
    show: async () => (await ask(`/v1/payments/${body.id}`)).body,
    capture: (amount: number, key = `capture-${amount}`) => post(at('capture'), { key, body: { amount } }),
    cancel: (key = 'void') => post(at('void'), { key }),
    refund: (amount: number, key = `refund-${amount}`) =>
      post(at('refunds'), { key, body: { amount, reference: `rfd_${amount}` } }),
  }
}

test('captures parts up to what was authorized, refunds parts up to what was captured', async () => {
  const { capture, refund, rows } = await authorized()
  expect((await capture(6000)).body).toMatchObject({ status: 'authorized', capturedAmount: 6000 })
  expect((await refund(2000)).body).toMatchObject({ capturedAmount: 6000, refundedAmount: 2000 })
  expect(await refund(4001)).toMatchObject({
    status: 422,
    body: { error: { code: 'refund_exceeds_captured' } },
  })
  expect(await capture(4001)).toMatchObject({
    status: 422,
    body: { error: { code: 'capture_exceeds_authorized' } },
  })
  expect((await capture(4000)).body).toMatchObject({ status: 'captured', capturedAmount: 10000 })
  expect((await refund(8000)).body).toMatchObject({ refundedAmount: 10000 })
  expect(await refund(1)).toMatchObject({ status: 422 })
  expect(await rows()).toEqual([
    'authorization succeeded 10000',
    'capture succeeded 6000',
    'refund succeeded 2000',
    'capture succeeded 4000',
    'refund succeeded 8000',
  ])
})

test('concurrent refunds never add up to more than was captured', async () => {
  const { capture, refund, show } = await authorized()
  await capture(10000)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => refund(3000, `refund-${at}`)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  expect(await show()).toMatchObject({ refundedAmount: 9000 })
})

test('voids only what is not captured', async () => {
  const { capture, cancel, rows } = await authorized()
  await capture(6000)
  expect((await cancel()).body).toMatchObject({
    status: 'captured',
    capturedAmount: 6000,
    voidedAmount: 4000,
  })
  expect(await cancel('again')).toMatchObject({ status: 409, body: { error: { code: 'nothing_to_void' } } })
  expect(await capture(1)).toMatchObject({ status: 422 })
  expect(await rows()).toContain('void succeeded 4000')
})

test('a voided payment can be neither captured nor refunded', async () => {
  const { capture, cancel, refund } = await authorized()
  expect((await cancel()).body).toMatchObject({ status: 'voided' })
  expect(await capture(1)).toMatchObject({ status: 409, body: { error: { code: 'payment_not_authorized' } } })
  expect(await refund(1)).toMatchObject({ status: 422 })
})

test('calling off a slow payment answers its waiting caller and charges nothing', async () => {
  const { pay, post, ask, rows } = await sandbox({ times: { slow: 60_000 } })
  const paying = pay('tok_slow')
  await expect.poll(rows).toEqual(['authorization pending 1999'])
  const [found] = (await ask('/v1/payments?reference=pay_1')).body.items
  const voided = await post(`/v1/payments/${found?.id}/void`, { key: 'void' })
  expect(voided.body).toMatchObject({ status: 'voided' })
  expect((await paying).body).toMatchObject({ status: 'voided' })
  expect(await rows()).toEqual(['authorization failed 1999'])
})

test.each([
  ['a fraction', { amount: 19.99 }],
  ['nothing', { amount: 0 }],
  ['less than nothing', { amount: -5 }],
  ['text for an amount', { amount: '1999' }],
  ['a currency that is none', { currency: 'euro' }],
  ['a method it does not know', { method: 'barter' }],
  ['a field it does not know', { cvv: '123' }],
  ['a return address that leads nowhere', { returnUrl: 'https://shop.example:99999/' }],
  ['a return address that is a script', { returnUrl: 'javascript:alert(1)' }],
])('refuses %s with 422', async (_what, fields) => {
  const { pay, rows } = await sandbox()
  expect(await pay('tok_visa', fields)).toMatchObject({
    status: 422,
    body: { error: { code: 'invalid_request' } },
  })
  expect(await rows()).toEqual([])
})

test('refuses to work without the API key', async () => {
  const { url, rows } = await sandbox()
  const body = JSON.stringify({ ...purchase, token: 'tok_visa' })
  for (const authorization of ['', 'Bearer wrong']) {
    const headers = { authorization, 'idempotency-key': 'k', 'content-type': 'application/json' }
    expect((await fetch(`${url}/v1/payments`, { method: 'POST', headers, body })).status).toBe(401)
    expect((await fetch(`${url}/v1/payments?reference=pay_1`, { headers })).status).toBe(401)
  }
  expect(await rows()).toEqual([])
})

test('what does not exist is not found', async () => {
  const { ask, post } = await sandbox()
  expect(await ask('/v1/payments/sbx_pay_0')).toMatchObject({
    status: 404,
    body: { error: { code: 'not_found' } },
  })
  expect(await post('/v1/payments/sbx_pay_0/void', { key: 'k' })).toMatchObject({ status: 404 })
  expect((await ask('/v1/payments?idempotencyKey=k')).body.items).toEqual([])
  expect(await ask('/v1/payments')).toMatchObject({ status: 422 })
})
