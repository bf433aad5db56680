import * as contract from '@souk/contracts/accounts'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asCustomer, asGuest, openStory, PASSWORD, refused, type Story } from './story.ts'

let story: Story
let groups = 0
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())

const asStaff = { as: staff }
async function group() {
  const key = `group-${++groups}`
  const made = await story.stage.ask(contract.addCustomerGroup, { key, name: key }, asStaff)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.body
}
const join = (id: string, customerId: string) =>
  story.stage.ask(contract.addGroupMember, { id, customerId }, asStaff)
const leave = (id: string, customerId: string) =>
  story.stage.ask(contract.removeGroupMember, { id, customerId }, asStaff)
const told = async (customerId: string) => {
  await story.stage.settle()
  const events = story.stage.announced(contract.customerGroupsChanged)
  return events.filter(({ subject }) => subject === customerId).map(({ data }) => [data.version, data.groups])
}

describe('a group of customers', () => {
  it('tells all groups of whoever comes and goes, once for each change, and staff see them', async () => {
    const [one, other] = [await group(), await group()]
    const { id } = await story.register()
    for (const step of [join(one.id, id), join(one.id, id)]) await step
    await join(other.id, id)
    await leave(one.id, id)
    expect(await told(id)).toEqual([
      [1, [one.key]],
      [2, [one.key, other.key]],
      [3, [other.key]],
    ])
    const shown = await story.stage.ask(contract.showCustomer, { id }, asStaff)
    expect(shown).toMatchObject({ body: { groups: [other.key] } })
    expect(await leave(one.id, id)).toMatchObject(refused('not_found'))
  })

  it('numbers what it tells without a gap when many change at once', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, group))
    const { id } = await story.register()
    await Promise.all(many.map((one) => join(one.id, id)))
    const versions = await told(id)
    expect(versions.map(([version]) => version)).toEqual([1, 2, 3, 4, 5, 6])
    expect(versions.at(-1)?.[1]).toEqual(many.map(({ key }) => key).sort())
  })

  it('keeps its key, takes another name from whoever saw the last one, and goes when it is empty', async () => {
    const { id, key } = await group()
    const rename = (name: string, ifMatch: string) =>
      story.stage.ask(contract.changeCustomerGroup, { id, name }, { ...asStaff, ifMatch })
    expect(await rename('Trade', '"1"')).toMatchObject({ body: { key, name: 'Trade', version: 2 } })
    expect(await rename('Retail', '"1"')).toMatchObject(refused('version_conflict'))
    const again = story.stage.ask(contract.addCustomerGroup, { key, name: 'Again' }, asStaff)
    expect(await again).toMatchObject(refused('group_exists'))
    const { id: customer } = await story.register()
    await join(id, customer)
    const remove = () => story.stage.ask(contract.removeCustomerGroup, { id }, asStaff)
    expect(await remove()).toMatchObject(refused('group_in_use'))
    await story.stage.ask(contract.eraseMe, {}, asCustomer(customer))
    expect(await remove()).toMatchObject({ ok: true })
    expect(await join(id, customer)).toMatchObject(refused('not_found'))
  })
})

describe('consent', () => {
  const said = async (id: string) => {
    const listed = await story.stage.ask(contract.listConsents, {}, asCustomer(id))
    if (!listed.ok) throw new Error(listed.refusal.code)
    return listed.body.items.map(({ channel, isGranted, source, textVersion }) => [
      ...[channel, isGranted, source],
      textVersion,
    ])
  }

  it('is kept with where it was said and which text was agreed to, and nothing of it is rewritten', async () => {
    const made = await story.stage.ask(
      contract.register,
      {
        ...{ email: story.newEmail(), password: PASSWORD, name: 'Ada' },
        preferences: { marketing: { sms: true }, marketingText: '2026-01' },
      },
      asGuest,
    )
    if (!made.ok) throw new Error(made.refusal.code)
    const { id } = made.body.customer
    const change = (marketing: object) =>
      story.stage.ask(contract.updateMe, { preferences: { marketing } }, asCustomer(id))
    await change({ sms: false, email: true })
    await change({ email: true })
    expect(await said(id)).toEqual([
      ['sms', false, 'profile', null],
      ['email', true, 'profile', null],
      ['sms', true, 'registration', '2026-01'],
    ])
    await expect(story.database`update consent set is_granted = true`).rejects.toThrow('append-only')
  })

  it('to mails counts for others once the address is verified', async () => {
    const { id, email } = await story.register()
    const marketing = { preferences: { marketing: { email: true } } }
    await story.stage.ask(contract.updateMe, marketing, asCustomer(id))
    await story.stage.settle()
    const token = story.mailedToken(contract.emailVerificationRequested, email)
    await story.stage.ask(contract.verifyEmail, { token }, asGuest)
    await story.stage.settle()
    const heard = story.stage.announced(contract.customerUpdated).filter(({ subject }) => subject === id)
    expect(heard.map(({ data }) => (data.marketing as { email: boolean }).email)).toEqual([false, true])
  })
})
