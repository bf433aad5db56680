import * as contract from '@souk/contracts/accounts'
import { guest } from '@souk/kit/testing'
import { expect, it } from 'vitest'
import { openStory, PASSWORD } from './story.ts'

it('keeps no usable token in a stored answer', async () => {
  const story = await openStory()
  const sent = { email: 'leak@example.com', password: PASSWORD, name: 'Ada' }
  const made = await story.stage.reply(contract.register, sent, { as: guest, key: 'k-1' })
  const [row] = await story.database`select i::text as row from idempotency i`
  const body = made.ok && 'body' in made ? (made.body as { refreshToken: string }) : undefined
  expect(body?.refreshToken).toHaveLength(43)
  expect(row?.row).not.toContain(body?.refreshToken)
  expect(row?.row).not.toContain('leak@example.com')
  await story.stop()
})
