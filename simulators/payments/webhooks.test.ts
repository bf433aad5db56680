import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { signedHeaders } from './sign.ts'
import { receiver, sandbox } from './testing.ts'
import { backoff } from './webhooks.ts'

test('signs as Standard Webhooks say, with a published example', () => {
  const headers = signedHeaders(
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' },
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  )
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('waits twice as long after each failure and gives up after ten', () => {
  const waits = Array.from({ length: 10 }, (_, at) => backoff(at + 1, 1000))
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 64000, 128000, 256000, null])
})

test('every change of a payment is told, signed with the shared secret', async () => {
  const { heard, url } = await receiver()
  const { pay, post } = await sandbox({ webhookUrl: url, webhookSecret: 'plain secret' })
  const { body } = await pay('tok_authorize', { key: 'create' })
  const at = (verb: string) => `/v1/payments/${body.id}/${verb}`
  await post(at('capture'), { key: 'c', body: { amount: 1000 } })
  await post(at('void'), { key: 'v' })
  const refunded = await post(at('refunds'), { key: 'r', body: { amount: 300, reference: 'rfd_1' } })
  await pay('tok_declined')
  await vi.waitFor(() => expect(heard).toHaveLength(5))

  const told = (type: string) => heard.find((one) => one.type === type)
  expect(told('payment.authorized')?.data).toMatchObject({ id: body.id, idempotencyKey: 'create' })
  expect(told('payment.captured')?.data).toMatchObject({ capturedAmount: 1000, idempotencyKey: 'c' })
  expect(told('payment.voided')?.data).toMatchObject({ voidedAmount: 999 })
  expect(told('payment.refunded')?.data).toEqual({ ...refunded.body, idempotencyKey: 'r' })
  expect(told('payment.failed')?.data).toMatchObject({ status: 'declined' })
  for (const { headers, raw } of heard) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`
    const expected = createHmac('sha256', 'plain secret').update(signed).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${expected}`)
    expect(JSON.parse(raw).id).toBe(headers['webhook-id'])
  }
})

test('the same webhook is tried until its receiver takes it, and then no more', async () => {
  const { heard, url } = await receiver([500, 302, 404])
  const { pay } = await sandbox({ webhookUrl: url })
  await pay('tok_visa')
  await vi.waitFor(() => expect(heard).toHaveLength(4))
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  await pay('tok_declined')
  await vi.waitFor(() => expect(heard.some(({ type }) => type === 'payment.failed')).toBe(true))
  expect(heard).toHaveLength(5)
})

test('tok_webhook_only is told by webhook', async () => {
  const { heard, url } = await receiver()
  const { pay } = await sandbox({ webhookUrl: url })
  expect((await pay('tok_webhook_only')).body.status).toBe('processing')
  await vi.waitFor(() =>
    expect(heard).toMatchObject([{ type: 'payment.captured', data: { reference: 'pay_1' } }]),
  )
})

test('webhooks wait until there is an address', async () => {
  const { heard, url } = await receiver()
  const { pay, setAddresses } = await sandbox()
  await pay('tok_visa')
  await pay('tok_declined')
  setAddresses({ webhookUrl: url })
  await vi.waitFor(() => expect(heard).toHaveLength(2))
})

test('what was not taken before a restart is delivered after it', async () => {
  const refusing = await receiver(Array.from({ length: 50 }, () => 503))
  const before = await sandbox({ webhookUrl: refusing.url })
  await before.pay('tok_visa')
  await vi.waitFor(() => expect(refusing.heard.length).toBeGreaterThan(0))
  await before.close()
  const taking = await receiver()
  await sandbox({ folder: before.folder, webhookUrl: taking.url })
  await vi.waitFor(() => expect(taking.heard).toMatchObject([{ type: 'payment.captured' }]))
  expect(taking.heard[0]?.headers['webhook-id']).toBe(refusing.heard[0]?.headers['webhook-id'])
})

test('hundreds are delivered once each over a few connections', async () => {
  const { heard, url } = await receiver()
  const { pay } = await sandbox({ webhookUrl: url })
  await Promise.all(Array.from({ length: 300 }, (_, at) => pay('tok_visa', { key: `key-${at}` })))
  await vi.waitFor(() => expect(heard).toHaveLength(300), { timeout: 5000 })
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(300)
})
