import * as contract from '@souk/contracts/accounts'
import { staffActed } from '@souk/kit/contract'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStory, PASSWORD, type Story } from './story.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())

const listed = async (query: object = {}) => {
  await story.stage.settle()
  const made = await story.stage.ask(contract.listAuditLog, query, { as: staff })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.body
}
const action = (more: object) =>
  staffActed({
    ...{ actor: 'staff_sam', service: 'orders', call: 'cancel-order', method: 'POST', path: '/x/{id}' },
    ...{ resource: 'ord_1', fields: ['reason'], outcome: 'done', status: 200, code: null, traceId: 'f00' },
    at: '2026-01-05T10:00:00.000Z',
    ...more,
  })

describe('the audit log', () => {
  it('holds what staff did here, without what they sent, and who looked at whom', async () => {
    const email = 'boss@example.com'
    const boss = await story.stage.ask(contract.registerStaff, { email, password: PASSWORD, name: 'Boss' })
    if (!boss.ok) throw new Error(boss.refusal.code)
    const as = { as: { kind: 'staff', id: boss.body.id, scopes: ['admin'] } } as const
    const sent = { email: 'new-hand@example.com', name: 'Handy' }
    const invited = await story.stage.ask(contract.inviteStaff, sent, as)
    if (!invited.ok) throw new Error(invited.refusal.code)
    const { id: looked } = await story.register()
    await story.stage.ask(contract.showCustomer, { id: looked }, as)

    const { items } = await listed({ actor: boss.body.id })
    expect(items.map(({ call, resource, status }) => [call, resource, status])).toEqual([
      ['show-customer', looked, 200],
      ['invite-staff', invited.body.id, 201],
    ])
    expect(items[1]?.fields).toEqual(['email', 'name', 'roleIds', 'extraScopes'])
    const [rows] = await story.database`select string_agg(facts::text, '') as all from audit_log`
    expect(rows?.all).not.toMatch(/new-hand|Handy/)
  })

  it('is told by every service, and found by who, what and when; pages neither repeat nor skip', async () => {
    for (let n = 1; n <= 5; n++)
      await story.stage.announce(action({ resource: `ord_${n % 2}`, at: `2026-01-0${n}T10:00:00.000Z` }))
    const ats = ({ items }: Awaited<ReturnType<typeof listed>>) => items.map(({ at }) => at.slice(8, 10))
    expect(ats(await listed({ actor: 'staff_sam' }))).toEqual(['05', '04', '03', '02', '01'])
    expect(ats(await listed({ resource: 'ord_1' }))).toEqual(['05', '03', '01'])
    const within = { from: '2026-01-02T00:00:00Z', to: '2026-01-04T10:00:00Z' }
    expect(ats(await listed({ actor: 'staff_sam', ...within }))).toEqual(['03', '02'])
    const first = await listed({ actor: 'staff_sam', limit: 3 })
    await story.stage.announce(action({ at: '2026-01-06T10:00:00.000Z' }))
    const rest = await listed({ actor: 'staff_sam', limit: 3, cursor: first.nextCursor })
    expect([...ats(first), ...ats(rest)]).toEqual(['05', '04', '03', '02', '01'])
    expect(rest.nextCursor).toBeNull()
  })

  it('writes each entry once, chained to the one before', async () => {
    await listed()
    const told = story.stage.announced(staffActed)
    await story.stage.republish(told)
    await story.stage.settle()
    const broken = await story.database`
      select position from (
        select position, hash, facts, lag(hash) over (order by position) as before, row_number() over (order by position) as n
        from audit_log) chained
      where hash <> audit_log_hash(before, facts) or position <> n`
    expect(broken).toEqual([])
  })
})
