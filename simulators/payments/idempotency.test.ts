import { expect, test } from 'vitest'
import { purchase, sandbox } from './testing.ts'

test('the same key gives the same answer and charges once', async () => {
  const { pay, rows } = await sandbox()
  const first = await pay('tok_visa', { key: 'k' })
  const again = await pay('tok_visa', { key: 'k' })
  expect(again.body).toEqual(first.body)
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await rows()).toHaveLength(2)
})

test('many at once with the same key charge once', async () => {
  const { pay, rows } = await sandbox()
  const answers = await Promise.all(Array.from({ length: 20 }, () => pay('tok_visa', { key: 'k' })))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await rows()).toHaveLength(2)
})

test('the same key while the first is still slow waits for the same answer', async () => {
  const { pay, rows } = await sandbox()
  const [first, second] = await Promise.all([pay('tok_slow', { key: 'k' }), pay('tok_slow', { key: 'k' })])
  expect(first.body).toMatchObject({ status: 'captured' })
  expect(second.body).toEqual(first.body)
  expect(await rows()).toHaveLength(2)
})

test('the same key after a lost answer tells what happened', async () => {
  const { pay, rows } = await sandbox()
  await expect(pay('tok_timeout_after_charge', { key: 'k' })).rejects.toThrow()
  expect((await pay('tok_timeout_after_charge', { key: 'k' })).body.status).toBe('captured')
  expect(await rows()).toHaveLength(2)
})

test('the order of the fields does not matter, their values do', async () => {
  const { pay, post } = await sandbox()
  const first = await pay('tok_visa', { key: 'k' })
  const reversed = Object.fromEntries(Object.entries({ ...purchase, token: 'tok_visa' }).reverse())
  expect((await post('/v1/payments', { key: 'k', body: reversed })).body.id).toBe(first.body.id)
  const other = await pay('tok_visa', { key: 'k', amount: 2000 })
  expect(other).toMatchObject({ status: 422, body: { error: { code: 'idempotency_key_reused' } } })
})

test('a key belongs to one operation', async () => {
  const { pay, post } = await sandbox()
  const { body } = await pay('tok_authorize', { key: 'k' })
  const captured = await post(`/v1/payments/${body.id}/capture`, { key: 'k', body: { amount: 1 } })
  expect(captured).toMatchObject({ status: 422, body: { error: { code: 'idempotency_key_reused' } } })
})

test('a refusal is given again too', async () => {
  const { pay, post } = await sandbox()
  const { body } = await pay('tok_authorize')
  const early = { key: 'refund', body: { amount: 10, reference: 'rfd_1' } }
  const refused = await post(`/v1/payments/${body.id}/refunds`, early)
  await post(`/v1/payments/${body.id}/capture`, { key: 'capture', body: { amount: 1999 } })
  expect(refused.status).toBe(422)
  expect((await post(`/v1/payments/${body.id}/refunds`, early)).body).toEqual(refused.body)
})

test('without a key nothing is done', async () => {
  const { ask, rows } = await sandbox()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ ...purchase, token: 'tok_visa' })
  const refused = await ask('/v1/payments', { method: 'POST', headers, body })
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'idempotency_key_required' } } })
  expect(await rows()).toEqual([])
})
