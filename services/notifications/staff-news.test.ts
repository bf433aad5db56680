import { stockLow } from '@souk/contracts/inventory'
import { listNotifications } from '@souk/contracts/notifications'
import { toTimestamp } from '@souk/kit/runtime'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mail } from './providers/mailer.ts'
import { notifications } from './service.ts'

const STAFF = 'staff@example.com'
const sent: Mail[] = []
let stage: Stage

beforeAll(async () => {
  const mailer = {
    close() {},
    async send(mail: Mail) {
      sent.push(mail)
      return { isAccepted: true as const }
    },
  }
  const parts = { mailer, shopName: 'Souk', from: 'shop@example.com', publicUrl: 'http://shop.example' }
  stage = await openStage([notifications({ ...parts, staffEmail: STAFF })], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const runsLow = async (sku: string, available: number) => {
  await stage.announce(stockLow({ sku, available, threshold: 5, at: toTimestamp(stage.clock.now()) }))
  await stage.settle()
}

it('tells staff what runs low and what is gone, in one mail each', async () => {
  await runsLow('MUG', 3)
  await runsLow('CUP', 0)
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
    [STAFF, 'Only 3 of MUG left'],
    [STAFF, 'CUP is sold out'],
  ])
  expect(sent[0]?.text).toContain('3 may still be sold')
  const listed = await stage.ask(listNotifications, { recipient: STAFF }, { as: staff })
  expect(listed.ok && listed.body.items.map(({ template, status }) => [template, status])).toEqual([
    ['stock-low', 'sent'],
    ['stock-low', 'sent'],
  ])
})
