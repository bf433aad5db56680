import { expect, test } from 'vitest'
import { sandbox } from './testing.ts'

/** A sandbox that holds what it does not answer only a moment. */
async function impatient() {
  const running = await sandbox()
  await running.put('/faults', { slowMs: 60, holdMs: 40 })
  return running
}

test.each(['error_500', 'rate_limited'])(
  '%s does nothing, and the same key works afterwards',
  async (kind) => {
    const { script, pay, rows } = await impatient()
    await script(`authorize ${kind}`)
    expect((await pay('tok_visa', { key: 'k' })).status).toBeGreaterThan(400)
    expect(await rows()).toEqual([])
    expect((await pay('tok_visa', { key: 'k' })).body.status).toBe('captured')
    expect(await rows()).toHaveLength(2)
  },
)

test('a timeout before the effect leaves nothing, one after it everything', async () => {
  const { script, pay, rows } = await impatient()
  await script('authorize timeout_before_effect', 'authorize timeout_after_effect')
  await expect(pay('tok_visa', { key: 'k' })).rejects.toThrow()
  expect(await rows()).toEqual([])
  await expect(pay('tok_visa', { key: 'k' })).rejects.toThrow()
  expect(await rows()).toEqual(['authorization succeeded 1999', 'capture succeeded 1999'])
  const replayed = await pay('tok_visa', { key: 'k' })
  expect([replayed.body.status, replayed.headers.get('idempotent-replayed')]).toEqual(['captured', 'true'])
})

test('slow is done late and answered late', async () => {
  const { script, pay } = await impatient()
  await script('authorize slow')
  const begun = performance.now()
  expect((await pay('tok_visa')).body.status).toBe('captured')
  expect(performance.now() - begun).toBeGreaterThanOrEqual(59)
})

test('a wrong amount is told, not done', async () => {
  const { script, pay, ask, rows } = await impatient()
  await script('authorize wrong_amount')
  const { body } = await pay('tok_visa', { key: 'k' })
  expect(body).toMatchObject({ amount: 2000, capturedAmount: 2000 })
  expect((await ask(`/v1/payments/${body.id}`)).body).toMatchObject({ amount: 1999, capturedAmount: 1999 })
  expect(await rows()).toEqual(['authorization succeeded 1999', 'capture succeeded 1999'])
  expect((await pay('tok_visa', { key: 'k' })).body.amount).toBe(1999)
})

test('what is declined is refused for good under its key', async () => {
  const { script, pay, post, rows } = await impatient()
  const { id } = (await pay('tok_authorize')).body
  await script('capture decline', 'refund decline')
  const take = () => post(`/v1/payments/${id}/capture`, { key: 'take', body: { amount: 500 } })
  expect((await take()).status).toBe(402)
  expect((await take()).body.error?.code).toBe('declined')
  expect(await rows()).toEqual(['authorization succeeded 1999'])
})
