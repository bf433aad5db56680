import { expect, test, vi } from 'vitest'
import { sandbox } from './testing.ts'

test('a restart keeps payments, ledger and answers', async () => {
  const before = await sandbox()
  const first = await before.pay('tok_visa', { key: 'k' })
  const ledger = await before.ledger()
  await before.close()
  const after = await sandbox({ folder: before.folder })
  expect(await after.ledger()).toEqual(ledger)
  expect((await after.pay('tok_visa', { key: 'k' })).body).toEqual(first.body)
  expect(await after.ledger()).toEqual(ledger)
})

test('a transfer that was on its way arrives after the restart', async () => {
  const before = await sandbox({ times: { transfer: 300 } })
  const { body } = await before.pay('', { method: 'bank_transfer' })
  await before.close()
  const after = await sandbox({ folder: before.folder })
  await vi.waitFor(async () => {
    expect((await after.ask(`/v1/payments/${body.id}`)).body.status).toBe('captured')
  })
})
