import { orderConfirmed, returnReceived } from '@souk/contracts/orders'
import { shipmentShipped } from '@souk/contracts/shipping'
import type { SkuQuantity } from '@souk/contracts/values'
import type { Announcement, Call, Result, Sent } from '@souk/kit/contract'
import { connect } from '@souk/kit/database'
import { inProcessTransport } from '@souk/kit/messaging'
import { handClock, minutes, seededRandom, timeOrderedIds, toTimestamp } from '@souk/kit/runtime'
import { askWith, type Caller, inProcessDispatch, openService } from '@souk/kit/service'
import { createMetrics, newTrace, noMemory, silentLog, silentTracer } from '@souk/kit/telemetry'
import { cloneDatabase, internal, staff, testCluster } from '@souk/kit/testing'
import { inventory } from './service.ts'

export type Ask = <C extends Call>(contract: C, input: Sent<C>, as?: Caller) => Promise<Result<C>>

/** Several processes of inventory on one database: what a test may ask each of, and how it looks behind them. */
export type SharedStock = Awaited<ReturnType<typeof openSharedStock>>

export async function openSharedStock(processes: number, seed = 1) {
  const clock = handClock(Date.now())
  const random = seededRandom(seed)
  const ids = timeOrderedIds(clock, random)
  const environment = {
    ...{ clock, random, ids, log: silentLog, metrics: createMetrics(), tracer: () => silentTracer },
    memory: noMemory(clock),
    checksAnswers: true,
  }
  const database = await cloneDatabase(testCluster(), inventory)
  const { dispatch } = inProcessDispatch()
  const opened = await Promise.all(
    Array.from({ length: processes }, async () => {
      const transport = inProcessTransport([inventory])
      const parts = { environment, database: database.address, transport, dispatch }
      return { transport, service: await openService(inventory, parts) }
    }),
  )
  const sql = connect(database.address, { connections: 2 })
  const owner = connect({ ...testCluster(), database: database.address.database }, { connections: 1 })
  let keys = 0
  const asking =
    (service: (typeof opened)[number]['service'], ifMatch?: string): Ask =>
    (contract, input, caller = internal) =>
      askWith(service.answer, () => ({
        caller,
        trace: newTrace(random, false),
        deadline: clock.now() + minutes(60),
        ...(ifMatch !== undefined && { ifMatch }),
        ...(contract.idempotency && { idempotencyKey: `key-${++keys}` }),
      }))(contract, input)
  const asks: Ask[] = opened.map(({ service }) => asking(service))
  return {
    clock,
    ids,
    /** As the service’s own role. */
    sql,
    owner,
    asks,
    /** As staff who saw that version. */
    askIf: <C extends Call>(ifMatch: string, contract: C, input: Sent<C>): Promise<Result<C>> => {
      const [{ service }] = opened as [(typeof opened)[number]]
      return asking(service, ifMatch)(contract, input, staff)
    },
    /** What was announced of this kind, in its order. */
    async announced<Data>({ type }: { type: string }, subject: string): Promise<Data[]> {
      const rows = await sql<{ data: Data }[]>`
        select data from outbox where type = ${type} and subject = ${subject} order by position`
      return rows.map(({ data }) => data)
    },
    /** Lets one of the processes hear an event. */
    async announce(event: Announcement, process = 0) {
      const envelope = { id: ids.next('evt'), source: 'test', time: toTimestamp(clock.now()) }
      await opened[process]?.transport.publish([{ ...event, ...envelope }])
    },
    async settle() {
      for (let done = 1; done > 0; ) {
        done = 0
        for (const { service } of opened) done += await service.settle()
      }
    },
    async stop() {
      await Promise.all([...opened.map(({ service }) => service.stop()), sql.end(), owner.end()])
      await database.drop()
    },
  }
}

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const AT = '2026-01-05T09:00:00.000Z'

export const confirmed = (orderId: string, lines: readonly SkuQuantity[]) =>
  orderConfirmed({
    orderId,
    number: 'S-1',
    cartId: 'cart_01h455vb4pex5vsknk084sn001',
    customerId: null,
    email: 'ada@example.com',
    lines: lines.map((line, index) => ({
      ...line,
      id: `line_01h455vb4pex5vsknk084sn00${index}`,
      title: line.sku,
      unitPrice: eur(1),
      total: eur(1),
    })),
    totals: {
      ...{ subtotal: eur(1), discount: eur(0), shipping: eur(0), tax: eur(0), total: eur(1) },
      taxIncluded: true,
    },
    shippingAddress: { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
    token: 't',
    version: 2,
    at: AT,
  })

export const shipped = (orderId: string, shipmentId: string, lines: readonly SkuQuantity[]) =>
  shipmentShipped({
    orderId,
    shipment: {
      id: shipmentId,
      orderId,
      lines: lines.map((line, index) => ({ ...line, lineId: `line_01h455vb4pex5vsknk084sn00${index}` })),
      carrier: 'dhl',
      trackingNumber: null,
      trackingUrl: null,
      status: 'shipped',
    },
    at: AT,
  })

export const returned = (orderId: string, returnId: string, restock: SkuQuantity[]) =>
  returnReceived({ orderId, returnId, restock, at: AT })

/** Every promise of ours about stock that the database contradicts; empty when all hold. */
export async function brokenInvariants({ sql }: Pick<SharedStock, 'sql'>): Promise<string[]> {
  const rows = await sql<{ broken: string }[]>`
    with live as (
      select l.sku, l.location, sum(l.quantity - l.shipped) as quantity
      from reservation_line l join reservation r using (order_id)
      where r.state in ('held', 'committed') group by l.sku, l.location),
    moved as (
      select sku, location, sum(delta) as on_hand, -sum(delta) filter (where kind = 'sale') as sold
      from movement group by sku, location),
    parcels as (select sku, location, sum(shipped) as sold from reservation_line group by sku, location),
    sums as (
      select sku, sum(case when on_hand <= reserved then on_hand - reserved else greatest(0, on_hand - reserved - safety) end) as available
      from stock group by sku),
    expected as (
      select sku, location, quantity - received as units from delivery where state = 'expected'
      union all
      select sku, destination, quantity - received - missing - recalled from transfer_line join transfer t on t.id = transfer_id
        where state = 'shipped'),
    coming as (select sku, location, sum(units) as units from expected group by sku, location),
    sent as (
      select reference, sku, sum(delta) as units from movement where kind = 'transfer' group by reference, sku)
    select 'S1 promised beyond the shelf: ' || sku || ' at ' || location as broken
      from stock join item using (sku) where policy = 'deny' and reserved > on_hand
    union all select 'S2 reserved is not what is promised: ' || s.sku || ' at ' || s.location
      from stock s left join live l using (sku, location) where s.reserved <> coalesce(l.quantity, 0)
    union all select 'S2 on hand is not the sum of movements: ' || s.sku || ' at ' || s.location
      from stock s left join moved m using (sku, location) where s.on_hand <> coalesce(m.on_hand, 0)
    union all select 'S4 incoming is not what is under way: ' || s.sku || ' at ' || s.location
      from stock s left join coming c using (sku, location) where s.incoming <> coalesce(c.units, 0)
    union all select 'S4 units of a transfer are lost or made up: ' || l.sku || ' in ' || l.transfer_id
      from transfer_line l join transfer t on t.id = l.transfer_id left join sent m on m.reference = t.id and m.sku = l.sku
      where coalesce(m.units, 0) <> case when t.state = 'draft' or (t.state = 'cancelled' and l.recalled = 0)
        then 0 else l.received + l.recalled - l.quantity end
    union all select 'a bundle has stock: ' || s.sku from stock s join item using (sku)
      where is_bundle and (on_hand <> 0 or reserved <> 0 or incoming <> 0)
    union all select 'S3 sold is not what was shipped: ' || p.sku || ' at ' || p.location
      from parcels p left join moved m using (sku, location) where p.sold <> coalesce(m.sold, 0)
    union all select 'the word is not true: ' || i.sku || ' is ' || i.availability
      from item i join sums using (sku) where i.policy <> 'untracked' and not i.is_bundle and i.availability <>
        case when available > i.low_stock_threshold then 'in_stock' when available > 0 then 'low_stock'
          when i.policy in ('backorder', 'preorder') and (i.backorder_limit is null or available + i.backorder_limit > 0) then 'backorder' else 'out_of_stock' end`
  return rows.map(({ broken }) => broken)
}
