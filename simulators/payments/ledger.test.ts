import { expect, test } from 'vitest'
import { type Json, sandbox } from './testing.ts'

test('paging through the ledger meets every row once, oldest first, while others write', async () => {
  const { pay, ask } = await sandbox()
  for (let n = 0; n < 10; n++) await pay('tok_visa', { key: `key-${n}` })
  const seen: Json[] = []
  let cursor: unknown = ''
  while (cursor !== null) {
    const { body } = await ask(`/v1/ledger?limit=3${cursor && `&cursor=${cursor}`}`)
    seen.push(...body.items)
    cursor = body.nextCursor
    if (seen.length < 10) await pay('tok_visa', { key: `meanwhile-${seen.length}` })
  }
  const { body: whole } = await ask('/v1/ledger?limit=100')
  expect(whole.items.length).toBeGreaterThan(20)
  expect(seen).toEqual(whole.items)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
})

test('a row names its payment, its order and the key that caused it', async () => {
  const { pay, post, ledger } = await sandbox()
  const { body } = await pay('tok_visa', { key: 'create' })
  const refund = { key: 'give-back', body: { amount: 500, reference: 'rfd_1' } }
  const refunded = await post(`/v1/payments/${body.id}/refunds`, refund)
  const [, capture, row] = await ledger()
  expect(capture).toMatchObject({ idempotencyKey: 'create', kind: 'capture', id: body.transactionId })
  expect(row).toEqual({
    id: refunded.body.transactionId,
    idempotencyKey: 'give-back',
    kind: 'refund',
    amount: 500,
    currency: 'EUR',
    reference: 'pay_1',
    orderId: 'ord_1',
    paymentId: body.id,
    status: 'succeeded',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    refundReference: 'rfd_1',
  })
})

test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'cursor=-1'])('%s is refused', async (query) => {
  const { ask } = await sandbox()
  expect(await ask(`/v1/ledger?${query}`)).toMatchObject({ status: 422 })
})

test('a page is 20 rows unless told otherwise, and the ledger asks for no key', async () => {
  const { pay, url } = await sandbox()
  for (let n = 0; n < 11; n++) await pay('tok_visa', { key: `key-${n}` })
  const page = JSON.parse(await (await fetch(`${url}/v1/ledger`)).text())
  expect(page.items).toHaveLength(20)
  expect(page.nextCursor).toEqual(expect.any(String))
})
