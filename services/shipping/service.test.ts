import { orderCancelled } from '@souk/contracts/orders'
import {
  addShippingOption,
  changeShippingOption,
  createShipment,
  deliverShipment,
  listShippingOptions,
  listShippingZones,
  quoteDelivery,
  removeShippingOption,
  shipmentCreated,
  shipmentDelivered,
  shipmentShipped,
  shipShipment,
  showShippingOption,
} from '@souk/contracts/shipping'
import { connect } from '@souk/kit/database'
import { toTimestamp } from '@souk/kit/runtime'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { shipping } from './service.ts'

let stage: Stage
let count = 0

const newId = (prefix: string) => `${prefix}_01h455vb4pex5vsknk084sn${(++count).toString().padStart(3, '0')}`
const address = (country: string) => ({
  name: 'Ada',
  line1: 'Weg 1',
  city: 'Somewhere',
  postalCode: '10115',
  country,
})
const quote = async (country: string, amount: number, currency = 'EUR') => {
  const quoted = await stage.ask(quoteDelivery, {
    currency,
    address: address(country),
    subtotal: { amount, currency },
    quantity: 1,
  })
  if (!quoted.ok) throw new Error(quoted.refusal.code)
  const brought = quoted.body.items.filter(({ kind }) => kind !== 'pickup')
  return brought.map(({ id, price }) => [id, price.amount, price.currency])
}
const parcel = (id: string, orderId: string, trackingNumber?: string) =>
  stage.ask(createShipment, {
    id,
    orderId,
    lines: [{ lineId: newId('line'), sku: 'MUG', quantity: 2 }],
    carrier: 'post',
    trackingNumber,
  })
const announced = (type: { type: string }, orderId: string) =>
  stage.announced(type).filter(({ subject }) => subject === orderId)

beforeAll(async () => {
  stage = await openStage([shipping()], { cluster: testCluster() })
})
afterAll(() => stage.stop())

describe('quoting delivery', () => {
  it.each([
    [
      'DE',
      'EUR',
      [
        ['standard', 490, 'EUR'],
        ['express', 990, 'EUR'],
      ],
    ],
    [
      'FR',
      'EUR',
      [
        ['standard', 890, 'EUR'],
        ['express', 1690, 'EUR'],
      ],
    ],
    [
      'NL',
      'USD',
      [
        ['standard', 990, 'USD'],
        ['express', 1890, 'USD'],
      ],
    ],
    [
      'GB',
      'GBP',
      [
        ['standard', 690, 'GBP'],
        ['express', 1290, 'GBP'],
      ],
    ],
    [
      'US',
      'USD',
      [
        ['standard', 790, 'USD'],
        ['express', 1990, 'USD'],
      ],
    ],
    ['DE', 'JPY', []],
    ['CH', 'EUR', []],
  ])('knows from the start what it costs to %s in %s', async (country, currency, offered) => {
    expect(await quote(country, 2_000, currency)).toEqual(offered)
  })

  it('takes nothing for standard delivery from the threshold on', async () => {
    expect(await quote('DE', 4_999)).toContainEqual(['standard', 490, 'EUR'])
    expect(await quote('DE', 5_000)).toContainEqual(['standard', 0, 'EUR'])
  })

  it('offers carriers by name and days to wait', async () => {
    const quoted = await stage.ask(quoteDelivery, {
      currency: 'EUR',
      address: address('DE'),
      subtotal: { amount: 1, currency: 'EUR' },
      quantity: 1,
    })
    expect(quoted).toMatchObject({
      body: {
        items: [
          { carrier: 'post', estimate: { minDays: 2, maxDays: 3 } },
          { carrier: 'dhl', estimate: { minDays: 1, maxDays: 1 } },
          { kind: 'pickup', pickupPoints: [{ id: 'ber-mitte' }, {}, {}, {}] },
        ],
      },
    })
  })

  it('refuses a subtotal in another currency', async () => {
    const body = {
      currency: 'EUR',
      address: address('DE'),
      subtotal: { amount: 1, currency: 'USD' },
      quantity: 1,
    }
    expect(await stage.ask(quoteDelivery, body)).toMatchObject({ refusal: { code: 'invalid_request' } })
  })
})

describe('a parcel', () => {
  it('is opened once, with a number to follow it by, and told', async () => {
    const [id, orderId] = [newId('ful'), newId('ord')]
    const opened = await parcel(id, orderId)
    expect(opened).toMatchObject({ ok: true, status: 201, body: { id, orderId, status: 'pending' } })
    expect(await parcel(id, orderId)).toEqual(opened)
    if (!opened.ok) throw new Error('not opened')
    const { trackingNumber, trackingUrl } = opened.body
    expect(trackingNumber).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(trackingUrl).toBe(`https://tracking.example/post/${trackingNumber}`)
    await stage.settle()
    expect(announced(shipmentCreated, orderId).map(({ data }) => data.shipment)).toEqual([opened.body])
  })

  it('keeps the number it was given', async () => {
    const opened = await parcel(newId('ful'), newId('ord'), 'RR 123/DE')
    expect(opened).toMatchObject({
      body: { trackingNumber: 'RR 123/DE', trackingUrl: 'https://tracking.example/post/RR%20123%2FDE' },
    })
  })

  it('ships and arrives once each, however often it is said', async () => {
    const [id, orderId] = [newId('ful'), newId('ord')]
    await parcel(id, orderId)
    const ships = await Promise.all(Array.from({ length: 5 }, () => stage.ask(shipShipment, { id })))
    expect(ships.map((one) => one.ok && one.body.status)).toEqual(Array(5).fill('shipped'))
    const arrivals = await Promise.all(Array.from({ length: 5 }, () => stage.ask(deliverShipment, { id })))
    expect(arrivals.map((one) => one.ok && one.body.status)).toEqual(Array(5).fill('delivered'))
    expect(await stage.ask(shipShipment, { id })).toMatchObject({ body: { status: 'delivered' } })
    await stage.settle()
    expect(announced(shipmentShipped, orderId).map(({ data }) => data)).toMatchObject([
      { orderId, shipment: { id, status: 'shipped', lines: [{ sku: 'MUG', quantity: 2 }] } },
    ])
    expect(announced(shipmentDelivered, orderId)).toHaveLength(1)
  })

  it('does not arrive before it left', async () => {
    const id = newId('ful')
    await parcel(id, newId('ord'))
    expect(await stage.ask(deliverShipment, { id })).toMatchObject({ refusal: { code: 'wrong_status' } })
    expect(await stage.ask(deliverShipment, { id: newId('ful') })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('stays here when its order is cancelled, unless it has left', async () => {
    const [orderId, left, waiting, late] = [newId('ord'), newId('ful'), newId('ful'), newId('ful')]
    await parcel(left, orderId)
    await parcel(waiting, orderId)
    await stage.ask(shipShipment, { id: left })
    await stage.announce(cancelled(orderId))
    await stage.settle()
    expect(await stage.ask(shipShipment, { id: waiting })).toMatchObject({
      refusal: { code: 'wrong_status' },
    })
    expect(await stage.ask(deliverShipment, { id: left })).toMatchObject({ body: { status: 'delivered' } })
    expect(await parcel(late, orderId)).toMatchObject({ body: { status: 'cancelled' } })
  })

  it('cannot leave when its order was cancelled before anybody packed it', async () => {
    const [orderId, id] = [newId('ord'), newId('ful')]
    await stage.announce(cancelled(orderId))
    await stage.settle()
    expect(await parcel(id, orderId)).toMatchObject({ body: { status: 'cancelled' } })
    expect(await stage.ask(shipShipment, { id })).toMatchObject({ refusal: { code: 'wrong_status' } })
  })
})

describe('what staff do', () => {
  const rates = [
    {
      zone: 'de',
      price: { amount: 100, currency: 'EUR' },
      freeFrom: { amount: 9_000, currency: 'EUR' },
      estimate: { minDays: 1, maxDays: 4 },
    },
  ]
  const add = (id: string, given: object = {}) =>
    stage.ask(addShippingOption, { id, name: 'By bike', carrier: 'bike', rates, ...given }, { as: staff })

  it('adds an option that carts are offered at once, changes it and takes it away', async () => {
    await quote('DE', 1)
    expect(await add('bike')).toMatchObject({ status: 201, body: { id: 'bike', version: 1, isActive: true } })
    expect(await quote('DE', 1)).toContainEqual(['bike', 100, 'EUR'])
    expect(await add('bike')).toMatchObject({ refusal: { code: 'shipping_option_exists' } })
    await stage.ask(changeShippingOption, { id: 'bike', isActive: false }, { as: staff })
    expect(await quote('DE', 1)).not.toContainEqual(['bike', 100, 'EUR'])
    const change = { id: 'bike', name: 'By cargo bike', isActive: true }
    const stale = await stage.ask(changeShippingOption, change, { as: staff, ifMatch: '"1"' })
    expect(stale).toMatchObject({ refusal: { code: 'version_conflict' } })
    const fresh = await stage.ask(changeShippingOption, change, { as: staff, ifMatch: '"2"' })
    expect(fresh).toMatchObject({ body: { name: 'By cargo bike', carrier: 'bike', rates, version: 3 } })
    expect(await stage.ask(showShippingOption, { id: 'bike' }, { as: staff })).toEqual(fresh)
    expect(await stage.ask(removeShippingOption, { id: 'bike' }, { as: staff })).toMatchObject({
      status: 204,
    })
    expect(await quote('DE', 1)).not.toContainEqual(['bike', 100, 'EUR'])
    const gone = await stage.ask(removeShippingOption, { id: 'bike' }, { as: staff })
    expect(gone).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('is refused rates that contradict one another or name no zone', async () => {
    const [rate] = rates
    const wrong = async (given: object) => {
      const refused = await add('wrong', { rates: [{ ...rate, ...given }] })
      return refused.ok || [refused.refusal.code, refused.refusal.errors?.[0]?.path]
    }
    expect(await wrong({ zone: 'moon' })).toEqual(['unknown_zone', 'rates.0.zone'])
    expect(await wrong({ freeFrom: { amount: 1, currency: 'USD' } })).toEqual([
      'rates_conflict',
      'rates.0.freeFrom',
    ])
    expect(await wrong({ estimate: { minDays: 2, maxDays: 1 } })).toEqual([
      'rates_conflict',
      'rates.0.estimate',
    ])
    expect(await add('wrong', { rates: [rate, rate] })).toMatchObject({ refusal: { code: 'rates_conflict' } })
  })

  it('pages through the options and sees the zones', async () => {
    const first = await stage.ask(listShippingOptions, { limit: 1 }, { as: staff })
    expect(first).toMatchObject({ body: { items: [{ id: 'express' }], nextCursor: 'express' } })
    const rest = await stage.ask(listShippingOptions, { limit: 2, cursor: 'express' }, { as: staff })
    expect(rest).toMatchObject({ body: { items: [{ id: 'pickup' }, { id: 'standard' }], nextCursor: null } })
    const zones = await stage.ask(listShippingZones, {}, { as: staff })
    const countries = zones.ok ? zones.body.items.map((zone) => [zone.id, zone.countries.length]) : []
    expect(countries).toEqual([
      ['de', 1],
      ['eu', 26],
      ['gb', 1],
      ['us', 1],
    ])
  })

  it('needs the scope', async () => {
    const reader = { kind: 'staff', id: 'staff_1', scopes: ['shipping:read'] } as const
    expect(await stage.ask(listShippingOptions, {}, { as: reader })).toMatchObject({ ok: true })
    expect(await stage.ask(removeShippingOption, { id: 'express' }, { as: reader })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await stage.ask(listShippingOptions, {}, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
  })
})

describe('the rates in memory', () => {
  it('serve quotes while nobody can read the database', async () => {
    const before = await quote('GB', 1)
    const sql = await database()
    await sql.begin(async (tx) => {
      await tx`lock table delivery_option, zone, zone_country in access exclusive mode`
      expect(await quote('GB', 1)).toEqual(before)
    })
    await sql.end()
  })

  it('follow a change nobody told the service of', async () => {
    const before = await quote('GB', 1)
    const change = JSON.stringify([
      { zone: 'gb', price: { amount: 7, currency: 'EUR' }, estimate: { minDays: 1, maxDays: 1 } },
    ])
    const sql = await database()
    const [old] = await sql`select rates from delivery_option where id = 'express'`
    await sql`update delivery_option set rates = ${change}::text::jsonb where id = 'express'`
    await vi.waitFor(async () => expect(await quote('GB', 1)).toContainEqual(['express', 7, 'EUR']))
    await sql`update delivery_option set rates = ${sql.json(old?.rates)} where id = 'express'`
    await vi.waitFor(async () => expect(await quote('GB', 1)).toEqual(before))
    await sql.end()
  })
})

/** The stage's own database, entered by its owner. */
async function database() {
  const owner = connect(testCluster(), { connections: 1 })
  const [row] = await owner<{ datname: string }[]>`
    select datname from pg_database where datname like ${`test_shipping_${process.pid}_%`}`
  await owner.end()
  return connect({ ...testCluster(), database: row?.datname ?? '' }, { connections: 1 })
}

const cancelled = (orderId: string) => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' })
  return orderCancelled({
    orderId,
    number: 'S-1',
    cartId: newId('cart'),
    customerId: null,
    email: 'ada@example.com',
    lines: [],
    totals: {
      subtotal: eur(1),
      discount: eur(0),
      shipping: eur(0),
      tax: eur(0),
      total: eur(1),
      taxIncluded: true,
    },
    shippingAddress: address('DE'),
    token: 't',
    version: 3,
    at: toTimestamp(stage.clock.now()),
    reason: 'asked',
    wasConfirmed: true,
  })
}
