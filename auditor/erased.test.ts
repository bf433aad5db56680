import {
  addAddress,
  eraseMe,
  exportMe,
  listErasures,
  register,
  requestEmailVerification,
  requestPasswordReset,
  showCustomer,
} from '@souk/contracts/accounts'
import { addLine, changeCart, createCart, listShippingOptions } from '@souk/contracts/carts'
import { holdersOfPersonalData } from '@souk/contracts/erasure'
import {
  cancelOrder,
  completeCart,
  createFulfilment,
  requestReturn,
  shipFulfilment,
} from '@souk/contracts/orders'
import type { Call, Sent } from '@souk/kit/contract'
import { connect, type DatabaseAddress } from '@souk/kit/database'
import { minutes } from '@souk/kit/runtime'
import type { Caller } from '@souk/kit/service'
import { guest, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bazaar, openBazaar } from './fixtures/bazaar.ts'
import { peopleIn } from './fixtures/purchases.ts'
import { scanFor } from './fixtures/scan-for.ts'

const HOME = {
  name: 'Wilhelmina Quastenfloh',
  line1: 'Schnurrbartgasse 77',
  line2: 'Hinterhaus Quux',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
  phone: '+49 30 99887766',
}
const EMAIL = 'wilhelmina@quastenfloh.example'
const PERSONAL = ['quastenfloh', 'Schnurrbartgasse', 'Hinterhaus Quux', '99887766']

let bazaar: Bazaar
let databases: ReadonlyMap<string, DatabaseAddress>
let customerId: string
let before: string[]
let exported: Record<string, unknown>
beforeAll(async () => {
  bazaar = await openBazaar(11)
  databases = bazaar.sources(0).databases
  await peopleIn(bazaar).offers('ERASED', 60, 1_990)
  customerId = await live()
  before = await servicesThatKnow()
  exported = await ask(exportMe, {}, asThem())
  await ask(eraseMe, {}, asThem())
  await bazaar.stage.settle()
}, 120_000)
afterAll(() => bazaar.stop())

let keys = 0
const asThem = (): Caller => ({ kind: 'customer', id: customerId, address: '127.0.0.1' })
async function ask<C extends Call>(contract: C, input: Sent<C>, as: Caller) {
  const result = await bazaar.stage.ask(contract, input, { as, key: `erased-${++keys}` })
  if (!result.ok) throw new Error(`${contract.name}: ${result.refusal.code} ${result.refusal.detail ?? ''}`)
  return result.body
}
const servicesThatKnow = async () => [
  ...new Set((await scanFor(PERSONAL, databases)).map(({ service }) => service)),
]

/** Everything a customer may leave behind: an address book, mails, orders, one cancelled, one to be returned, a cart. */
async function live(): Promise<string> {
  const account = { email: EMAIL, password: 'correct horse battery', name: HOME.name }
  const { customer } = await ask(register, account, guest)
  customerId = customer.id
  await ask(addAddress, HOME, asThem())
  await ask(requestEmailVerification, {}, asThem())
  await ask(requestPasswordReset, { email: EMAIL }, guest)
  await bazaar.stage.settle()
  const bought = await buy()
  await ask(cancelOrder, { id: (await buy()).id, reason: 'changed their mind' }, staff)
  await bazaar.rest()
  const [line] = bought.lines
  const sent = { id: bought.id, lines: [{ lineId: String(line?.id), quantity: 1 }], carrier: 'dhl' }
  await ask(shipFulfilment, { id: (await ask(createFulfilment, sent, staff)).id }, staff)
  await ask(requestReturn, returnOf(bought.id, String(line?.id)), asThem())
  await ask(showCustomer, { id: customerId }, staff)
  await ask(requestPasswordReset, { email: EMAIL }, guest)
  await fill()
  await bazaar.stage.settle()
  return customerId
}

const returnOf = (id: string, lineId: string) => ({
  id,
  lines: [{ lineId, quantity: 1, reason: 'too small' }],
})

async function fill(): Promise<string> {
  const { id } = await ask(createCart, { currency: 'EUR' }, asThem())
  await ask(addLine, { id, sku: 'ERASED', quantity: 1 }, asThem())
  await ask(changeCart, { id, email: EMAIL, shippingAddress: HOME }, asThem())
  const { items } = await ask(listShippingOptions, { id }, asThem())
  await ask(changeCart, { id, shippingOptionId: String(items[0]?.id) }, asThem())
  return id
}

async function buy() {
  const wish = { id: await fill(), paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }
  return (await ask(completeCart, wish, asThem())).order
}

const erasure = async () =>
  (await ask(listErasures, {}, staff)).items.find((one) => one.customerId === customerId)

describe('an erased customer', () => {
  it('was known to most of the shop before', () => {
    expect(before.sort()).toEqual(
      expect.arrayContaining(['accounts', 'carts', 'inventory', 'notifications', 'orders', 'shipping']),
    )
  })

  it('got everything that was known, of all services', () => {
    expect(exported).toMatchObject({
      profile: { email: EMAIL },
      addresses: [HOME],
      orders: [{ shippingAddress: HOME }, { shippingAddress: HOME }],
      accesses: [{ action: 'show-customer' }],
      missing: [],
    })
    const statuses = (exported.orders as { status: string }[]).map(({ status }) => status)
    expect(statuses.sort()).toEqual(['cancelled', 'processing'])
    expect(exported.carts).toHaveLength(3)
    const templates = (exported.messages as { template: string }[]).map(({ template }) => template)
    expect(templates).toEqual(expect.arrayContaining(['order-confirmed', 'password-reset']))
  })

  it('is in no column of any table of any service, once everybody forgot', async () => {
    expect(await scanFor(PERSONAL, databases)).toEqual([])
  })

  it('is missed by nobody who was asked, and complete when everybody was asked again', async () => {
    expect(await erasure()).toMatchObject({ completedAt: null, missing: [] })
    bazaar.stage.clock.forward(minutes(61))
    await bazaar.stage.settle()
    expect(await erasure()).toMatchObject({ completedAt: expect.any(String), missing: [] })
  })

  it('is forgotten again where something was still under way', async () => {
    const { database } = bazaar.stage.databaseOf('inventory')
    const sql = connect({ ...testCluster(), database }, { connections: 1 })
    const late = { customerId, email: EMAIL, shippingAddress: HOME }
    await sql`
      insert into inbox (id, type, subject, source, data, time, state, due_at)
      values ('evt_late', 'orders.order-cancelled.v1', 'ord_late', 'orders', ${sql.json(late)}, now(), 'parked', now())`
    await sql.end()
    expect(await servicesThatKnow()).toEqual(['inventory'])
    await bazaar.stage.announce({
      type: 'accounts.customer-erased.v1',
      subject: customerId,
      data: { customerId, at: new Date(bazaar.stage.clock.now()).toISOString() },
    })
    await bazaar.stage.settle()
    expect(await servicesThatKnow()).toEqual([])
  })

  it('would be found in whatever a service forgot to forget', async () => {
    const leaks = {
      orders: `update orders set document = jsonb_set(document, '{note}', '"for Mrs. QUASTENFLOH"')`,
      payments: `update payment set failure = 'card of Wilhelmina Quastenfloh'`,
      carts: `update cart set document = document || '{"deep": [{"er": "schnurrbartgasse 77"}]}'`,
    }
    for (const [service, leak] of Object.entries(leaks)) {
      const { database } = bazaar.stage.databaseOf(service)
      const sql = connect({ ...testCluster(), database }, { connections: 1 })
      expect((await sql.unsafe(leak)).count).toBeGreaterThan(0)
      await sql.end()
    }
    expect((await servicesThatKnow()).sort()).toEqual(Object.keys(leaks).sort())
  })
})

it('is asked of every service there is', () => {
  expect([...databases.keys()].sort()).toEqual([...holdersOfPersonalData].sort())
})
