import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { type Heard, receiver, sandbox } from './testing.ts'

const secret = 'plain secret'

async function misdelivering(...steps: string[]) {
  const { heard, url } = await receiver()
  const running = await sandbox({ webhookUrl: url, webhookSecret: secret })
  await running.put('/faults', { slowMs: 150, holdMs: 400 })
  await running.script(...steps)
  return { ...running, heard, types: () => heard.map(({ type }) => type) }
}

const isSigned = ({ headers, raw }: Heard) => {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`
  const expected = createHmac('sha256', secret).update(signed).digest('base64')
  return headers['webhook-signature'] === `v1,${expected}`
}
const isFresh = ({ headers }: Heard) =>
  Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 60

test('a duplicate comes five times, under one id', async () => {
  const { pay, heard } = await misdelivering('webhook webhook_duplicate')
  await pay('tok_visa')
  await vi.waitFor(() => expect(heard).toHaveLength(5))
  expect(new Set(heard.map(({ raw }) => raw)).size).toBe(1)
})

test('an early one is there before the answer', async () => {
  const { pay, heard } = await misdelivering('webhook webhook_early')
  await pay('tok_visa')
  expect(heard).toHaveLength(1)
})

test('an early one nobody can be told of does not keep the answer for ever', async () => {
  const { put, script, pay } = await sandbox()
  await put('/faults', { holdMs: 30 })
  await script('webhook webhook_early')
  expect((await pay('tok_visa')).body.status).toBe('captured')
})

test('a late one waits, also behind what came after it', async () => {
  const { pay, heard, types } = await misdelivering('webhook webhook_late')
  await pay('tok_visa')
  await pay('tok_declined')
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(types()).toEqual(['payment.failed', 'payment.captured'])
})

test('one out of order lets the next of its payment pass', async () => {
  const { pay, post, heard, types } = await misdelivering('webhook webhook_out_of_order')
  const { id } = (await pay('tok_authorize')).body
  await post(`/v1/payments/${id}/capture`, { key: 'c', body: { amount: 1999 } })
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(types()).toEqual(['payment.captured', 'payment.authorized'])
})

test('one out of order with nothing behind it comes all the same', async () => {
  const { pay, heard } = await misdelivering('webhook webhook_out_of_order')
  await pay('tok_visa')
  await vi.waitFor(() => expect(heard).toHaveLength(1))
})

test('what is held back goes when the faults are taken back', async () => {
  const { put, script, pay, ask, heard } = await misdelivering()
  await put('/faults', { slowMs: 60_000 })
  await script('webhook webhook_late')
  await pay('tok_visa')
  await pay('tok_declined')
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  await ask('/faults', { method: 'DELETE' })
  await vi.waitFor(() => expect(heard).toHaveLength(2))
})

test('a forged one comes with a stranger’s signature, and with an old one, before the genuine one', async () => {
  const { pay, heard, ask } = await misdelivering('webhook webhook_forged')
  await pay('tok_visa')
  await vi.waitFor(() => expect(heard).toHaveLength(3))
  expect(heard.map((one) => [isSigned(one), isFresh(one), one.data.amount]).sort()).toEqual([
    [false, true, 2000],
    [true, false, 1999],
    [true, true, 1999],
  ])
  // This receiver takes anything, and the sandbox notices.
  expect((await ask('/faults')).body).toMatchObject({ injected: { webhook_forged: 1 }, forgedTaken: 2 })
})

test('a wrong amount is signed as any other, and the same when it is tried again', async () => {
  const { heard, url } = await receiver([500])
  const { script, pay } = await sandbox({ webhookUrl: url, webhookSecret: secret })
  await script('webhook wrong_amount')
  await pay('tok_visa')
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard.map((one) => [isSigned(one), one.data.amount])).toEqual([
    [true, 2000],
    [true, 2000],
  ])
})
