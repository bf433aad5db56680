import { type OrderFacts, orderConfirmed, returnApproved, returnRequested } from '@souk/contracts/orders'
import { type Shipment, shipmentDelivered, shipmentShipped } from '@souk/contracts/shipping'
import { connect } from '@souk/kit/database'
import { seededRandom } from '@souk/kit/runtime'
import { openStage, type Stage, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notifications } from './service.ts'

const SEED = 9
const ORDERS = 20
const at = '2026-01-05T09:00:00.000Z'
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const idOf = (prefix: string, order: number) =>
  `${prefix}_01h455vb4pex5vsknk084s${String(order).padStart(4, '0')}`

let stage: Stage
beforeAll(async () => {
  const mailer = { send: async () => ({ isAccepted: true }) as const, close() {} }
  const from = 'Souk <shop@souk.example>'
  const publicUrl = 'http://shop.example'
  stage = await openStage([notifications({ mailer, shopName: 'Souk', from, publicUrl, staffEmail: from })], {
    cluster: testCluster(),
  })
})
afterAll(() => stage.stop())

const factsOf = (order: number): OrderFacts => ({
  orderId: idOf('ord', order),
  number: `S-${order}`,
  cartId: idOf('cart', order),
  customerId: null,
  email: `reader-${order}@example.com`,
  token: 'token',
  lines: [
    { id: idOf('line', 1), sku: 'MUG', title: 'Mug', quantity: 1, unitPrice: eur(1_000), total: eur(1_000) },
  ],
  totals: {
    subtotal: eur(1_000),
    discount: eur(0),
    shipping: eur(0),
    tax: eur(160),
    total: eur(1_000),
    taxIncluded: true,
  },
  shippingAddress: { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
  version: 2,
  at,
})
const parcelOf = (order: number, status: Shipment['status']) => ({
  orderId: idOf('ord', order),
  shipment: {
    id: idOf('ful', order),
    orderId: idOf('ord', order),
    lines: [{ lineId: idOf('line', 1), sku: 'MUG', quantity: 1 }],
    carrier: 'post',
    trackingNumber: null,
    trackingUrl: null,
    status,
  },
  at,
})
const returnOf = (order: number) => ({
  orderId: idOf('ord', order),
  returnId: idOf('ret', order),
  number: `S-${order}`,
  email: `reader-${order}@example.com`,
  lines: [{ lineId: idOf('line', 1), quantity: 1 }],
  at,
})

const TEMPLATES = [
  'order-confirmed',
  'return-approved',
  'return-requested',
  'shipment-delivered',
  'shipment-shipped',
]

describe('who reads about an order', () => {
  it(`gets each letter once, in whatever order its news arrive (E3, seed ${SEED})`, async () => {
    const random = seededRandom(SEED)
    for (let order = 0; order < ORDERS; order++) {
      const told = [
        orderConfirmed(factsOf(order)),
        shipmentShipped(parcelOf(order, 'shipped')),
        shipmentDelivered(parcelOf(order, 'delivered')),
        returnRequested(returnOf(order)),
        returnApproved(returnOf(order)),
      ].map((event) => ({ event, at: random.unit() }))
      for (const { event } of told.sort((a, b) => a.at - b.at)) await stage.announce(event)
    }
    await stage.settle()
    const sql = connect(stage.databaseOf('notifications'), { connections: 1 })
    const letters = await sql<{ orderId: string; templates: string[] }[]>`
      select order_id as "orderId", array_agg(template order by template) as templates from message group by order_id`
    const early = await sql`select 1 from early_news`
    await sql.end()
    expect(letters).toHaveLength(ORDERS)
    for (const { templates } of letters) expect(templates).toEqual(TEMPLATES)
    expect(early).toHaveLength(0)
  })
})
