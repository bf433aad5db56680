import { expect, test, vi } from 'vitest'
import { sandbox } from './testing.ts'

test.each([
  ['tok_visa', 'captured', ['authorization succeeded 1999', 'capture succeeded 1999']],
  ['tok_authorize', 'authorized', ['authorization succeeded 1999']],
  ['tok_declined', 'declined', ['authorization failed 1999']],
  ['tok_unheard_of', 'declined', ['authorization failed 1999']],
  ['tok_3ds', 'requires_action', ['authorization pending 1999']],
])('%s answers %s and writes %j', async (token, status, rows) => {
  const { pay, rows: written } = await sandbox()
  const paid = await pay(token)
  expect(paid).toMatchObject({
    status: 200,
    body: { status, reference: 'pay_1', orderId: 'ord_1', amount: 1999 },
  })
  expect(await written()).toEqual(rows)
})

test('a decline says why', async () => {
  const { pay } = await sandbox()
  expect((await pay('tok_declined')).body).toMatchObject({ declineReason: 'card_declined' })
  expect((await pay('tok_unheard_of')).body).toMatchObject({ declineReason: 'invalid_token' })
})

test('tok_slow is processing until it answers late', async () => {
  const { pay, ask } = await sandbox()
  const started = performance.now()
  const paying = pay('tok_slow')
  const asAnswered = paying.then(({ body }) => body.status)
  await vi.waitFor(async () => {
    const { body } = await ask('/v1/payments?reference=pay_1')
    expect(body.items).toMatchObject([{ status: 'processing' }])
  })
  expect(await asAnswered).toBe('captured')
  expect(performance.now() - started).toBeGreaterThanOrEqual(150)
})

test('tok_timeout_after_charge charges, hangs up without an answer, and is found by its key', async () => {
  const { pay, ask, rows } = await sandbox()
  await expect(pay('tok_timeout_after_charge', { key: 'lost' })).rejects.toThrow()
  expect(await rows()).toEqual(['authorization succeeded 1999', 'capture succeeded 1999'])
  const found = await ask('/v1/payments?idempotencyKey=lost')
  expect(found.body.items).toMatchObject([{ status: 'captured', capturedAmount: 1999 }])
})

test('a sandbox that closes does not wait for the connections it holds', async () => {
  const { pay, close, rows } = await sandbox({ times: { hold: 60_000 } })
  const paying = expect(pay('tok_timeout_after_charge')).rejects.toThrow()
  await vi.waitFor(async () => expect(await rows()).toHaveLength(2))
  const started = performance.now()
  await close()
  expect(performance.now() - started).toBeLessThan(2000)
  await paying
})

test.each([
  ['tok_webhook_only', {}],
  ['', { method: 'bank_transfer' }],
])('%j %j answers processing and settles by itself', async (token, fields) => {
  const { pay, ask, rows } = await sandbox()
  const { body } = await pay(token, fields)
  expect(body.status).toBe('processing')
  await vi.waitFor(async () => {
    expect((await ask(`/v1/payments/${body.id}`)).body).toMatchObject({
      status: 'captured',
      capturedAmount: 1999,
    })
  })
  expect(await rows()).toEqual(['authorization succeeded 1999', 'capture succeeded 1999'])
})

test.each(['card', 'card_challenge', 'wallet'])('%s without a token asks for an action', async (method) => {
  const { pay, url } = await sandbox()
  const { body } = await pay('', { method })
  expect(body).toMatchObject({ status: 'requires_action', redirectUrl: `${url}/pay/${body.id}` })
})
