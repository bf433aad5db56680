import * as contract from '@souk/contracts/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asCustomer, asGuest, home, openStory, refused, type Story } from './story.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())

describe('the address book', () => {
  const book = async (id: string) => {
    const listed = await story.stage.ask(contract.listAddresses, { limit: 100 }, asCustomer(id))
    if (!listed.ok) throw new Error(listed.refusal.code)
    return listed.body.items
  }
  const add = async (id: string, more: object = {}) => {
    const added = await story.stage.ask(contract.addAddress, { ...home, ...more }, asCustomer(id))
    if (!added.ok) throw new Error(added.refusal.code)
    return added.body
  }

  it('makes the first address both defaults', async () => {
    const { id } = await story.register()
    expect(await add(id)).toMatchObject({ ...home, isDefaultShipping: true, isDefaultBilling: true })
    expect(await add(id)).toMatchObject({ isDefaultShipping: false, isDefaultBilling: false })
  })

  it('has exactly one default of each kind after twenty additions at once', async () => {
    const { id } = await story.register()
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        add(id, { isDefaultShipping: turn % 2 === 0, isDefaultBilling: turn % 3 === 0 }),
      ),
    )
    const addresses = await book(id)
    expect(addresses).toHaveLength(20)
    expect(addresses.filter(({ isDefaultShipping }) => isDefaultShipping)).toHaveLength(1)
    expect(addresses.filter(({ isDefaultBilling }) => isDefaultBilling)).toHaveLength(1)
  })

  it('has exactly one default after removals and moves at once', async () => {
    const { id } = await story.register()
    const added = []
    for (let turn = 0; turn < 8; turn++) added.push(await add(id))
    await Promise.all(
      added.map(({ id: address }, index) =>
        index % 2 === 0
          ? story.stage.ask(contract.removeAddress, { id: address }, asCustomer(id))
          : story.stage.ask(contract.updateAddress, { id: address, isDefaultShipping: true }, asCustomer(id)),
      ),
    )
    const addresses = await book(id)
    expect(addresses).toHaveLength(4)
    expect(addresses.filter(({ isDefaultShipping }) => isDefaultShipping)).toHaveLength(1)
    expect(addresses.filter(({ isDefaultBilling }) => isDefaultBilling)).toHaveLength(1)
  })

  it('is walled in by the database too', async () => {
    const { id } = await story.register()
    await add(id)
    await expect(
      story.database`update customer set default_shipping = null where id = ${id}`,
    ).rejects.toThrow(/customer_one_default_shipping/)
    await expect(
      story.database`update customer set default_billing = 'addr_x' where id = ${id}`,
    ).rejects.toThrow(/customer_one_default_billing/)
  })

  it('changes, shows and removes an address', async () => {
    const { id } = await story.register()
    const first = await add(id, { company: 'Engines' })
    const second = await add(id)
    const change = (more: object) =>
      story.stage.reply(contract.updateAddress, { id: first.id, ...more }, asCustomer(id))
    expect(await change({ city: 'Bonn', company: null })).toMatchObject({
      body: { city: 'Bonn', line1: 'Weg 1' },
    })
    const shown = await story.stage.ask(contract.showAddress, { id: first.id }, asCustomer(id))
    expect(shown.ok && shown.body).not.toHaveProperty('company')
    expect(await change({ isDefaultShipping: false })).toMatchObject(refused('default_required'))
    expect(await change({ city: null })).toMatchObject(refused('invalid_request'))
    await story.stage.ask(contract.removeAddress, { id: first.id }, asCustomer(id))
    expect(await book(id)).toMatchObject([{ id: second.id, isDefaultShipping: true, isDefaultBilling: true }])
  })

  it('adds once per idempotency key', async () => {
    const { id } = await story.register()
    const ask = () => story.stage.reply(contract.addAddress, home, { ...asCustomer(id), key: 'address-1' })
    const first = await ask()
    expect(await ask()).toEqual({ ...first, replayed: true })
    expect(await book(id)).toHaveLength(1)
  })

  it('is paged without repeating or skipping', async () => {
    const { id } = await story.register()
    for (let turn = 0; turn < 5; turn++) await add(id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const listed = await story.stage.ask(
        contract.listAddresses,
        { limit: 2, ...(cursor && { cursor }) },
        asCustomer(id),
      )
      if (!listed.ok) throw new Error(listed.refusal.code)
      seen.push(...listed.body.items.map((one) => one.id))
      cursor = listed.body.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual((await book(id)).map((one) => one.id))
  })

  it('is nobody else’s', async () => {
    const { id } = await story.register()
    const address = await add(id)
    const other = await story.register()
    for (const asked of await Promise.all([
      story.stage.ask(contract.showAddress, { id: address.id }, asCustomer(other.id)),
      story.stage.ask(contract.updateAddress, { id: address.id, city: 'Bonn' }, asCustomer(other.id)),
      story.stage.ask(contract.removeAddress, { id: address.id }, asCustomer(other.id)),
    ])) {
      expect(asked).toMatchObject(refused('not_found'))
    }
    expect(await book(id)).toMatchObject([home])
    expect(await story.stage.ask(contract.listAddresses, {}, asGuest)).toMatchObject(
      refused('unauthenticated'),
    )
  })

  it('ends at a hundred addresses', async () => {
    const { id } = await story.register()
    await add(id)
    const [row] = await story.database`select addresses from customer where id = ${id}`
    const full = Array.from({ length: 99 }, (_, index) => ({ ...home, id: `addr_${index}` }))
    await story.database`update customer set addresses = ${story.database.json([...row!.addresses, ...full])} where id = ${id}`
    expect(await story.stage.ask(contract.addAddress, home, asCustomer(id))).toMatchObject(
      refused('address_book_full'),
    )
  })
})
