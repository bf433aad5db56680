import type { Topology, Trace, TraceSummary } from '@souk/contracts/ops'
import type { LogLine, TraceSpan } from '@souk/kit/contract'
import { connect } from '@souk/kit/database'
import { testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { BERLIN, complete, fillCart, ok, sell } from './shopping.ts'

const ADA = 'ada@example.com'

let shop: Shop
let operator: Client
let sku: string

beforeAll(async () => {
  shop = await openTestShop()
  operator = shop.guest()
  ;({ sku } = await sell(await shop.admin(), { quantity: 50 }))
})
afterAll(() => shop.close())

const traceIdOf = (headers: Headers): string => headers.get('traceparent')?.split('-')[1] ?? ''
const traceOf = async (traceId: string) => ok(await operator.get<Trace>(`/ops/traces/${traceId}`), 200)
const topology = async () => ok(await operator.get<Topology>('/ops/topology'), 200)
const linesOf = async (query: string) =>
  ok(await operator.get<Page<LogLine>>(`/ops/logs?${query}`), 200).items

/** Spans that name a parent nobody has. */
function orphansIn(spans: readonly TraceSpan[]): TraceSpan[] {
  const known = new Set(spans.map(({ spanId }) => spanId))
  return spans.filter(({ parentSpanId }) => parentSpanId !== null && !known.has(parentSpanId))
}

/** A span with those it is within, the outermost first. */
function pathTo(name: string, spans: readonly TraceSpan[]): string[] {
  const path: string[] = []
  let span = spans.find((one) => `${one.service} ${one.name}` === name)
  while (span) {
    path.unshift(`${span.service} ${span.name}`)
    const { parentSpanId } = span
    span = spans.find(({ spanId }) => spanId === parentSpanId)
  }
  return path
}

describe('one checkout', () => {
  let traceId: string
  let secrets: string[]

  beforeAll(async () => {
    const shopper = shop.guest()
    const cart = await fillCart(shopper, [{ sku }], ADA)
    const answered = await complete(shopper, cart.id, { token: 'tok_visa' })
    const { order } = ok(answered, 201)
    traceId = traceIdOf(answered.headers)
    secrets = [ADA, BERLIN.name, BERLIN.line1, 'tok_visa', cart.id, String(order.token)]
  })

  const heard = 'notifications on orders.order-confirmed.v1'

  it('is one tree, from the gateway through calls, transactions, the provider and events', async () => {
    const names = async () => (await traceOf(traceId)).spans.map(({ service, name }) => `${service} ${name}`)
    await expect.poll(names, { timeout: 5_000 }).toContain(heard)

    const { spans } = await traceOf(traceId)
    const services = [...new Set(spans.map(({ service }) => service))]
    expect(services).toEqual(
      expect.arrayContaining(['carts', 'gateway', 'inventory', 'notifications', 'orders', 'payments']),
    )
    expect(spans.filter(({ parentSpanId }) => parentSpanId === null)).toMatchObject([
      { service: 'gateway', name: 'POST /store/v1/carts/:id/complete' },
    ])
    await expect.poll(async () => orphansIn((await traceOf(traceId)).spans), { timeout: 5_000 }).toEqual([])
    expect(pathTo('payments ask provider.sandbox.authorize', spans)).toEqual([
      'gateway POST /store/v1/carts/:id/complete',
      'gateway ask orders.complete-cart',
      'orders complete-cart',
      'orders checkout: authorize',
      'orders ask payments.authorize-payment',
      'payments authorize-payment',
      'payments ask provider.sandbox.authorize',
    ])
    expect(pathTo(heard, spans)).toEqual([
      'gateway POST /store/v1/carts/:id/complete',
      'gateway ask orders.complete-cart',
      'orders complete-cart',
      'orders checkout: confirm-order',
      'orders announce orders.order-confirmed.v1',
      heard,
    ])
    const transaction = spans.find(({ name }) => name === 'transaction checkout/place-order')
    expect(transaction?.attributes).toMatchObject({ 'db.attempts': 1 })
    expect(Number(transaction?.attributes['db.statements'])).toBeGreaterThan(1)
  })

  it('names nobody and nothing that is a key', async () => {
    const said = JSON.stringify([await traceOf(traceId), await topology(), await linesOf('limit=100')])
    for (const secret of secrets) expect(said).not.toContain(secret)
  })

  it('is found in the list, by what it did and how long it took', async () => {
    const list = async (query: string) =>
      ok(await operator.get<Page<TraceSummary>>(`/ops/traces?${query}`), 200).items
    const mine = async (query: string) => (await list(query)).filter((one) => one.traceId === traceId)
    expect(await mine('limit=100&errors=false')).toMatchObject([
      { service: 'gateway', name: 'POST /store/v1/carts/:id/complete', errors: 0 },
    ])
    expect(await mine('limit=100&errors=true')).toEqual([])
    expect(await mine('limit=100&minDurationMs=60000')).toEqual([])
    expect(await mine('limit=100&service=catalog')).toEqual([])
  })

  it('leaves its edges in the topology', async () => {
    const edges = async () => (await topology()).edges.map(({ from, to, name }) => `${from} → ${to}: ${name}`)
    await expect.poll(edges, { timeout: 5_000 }).toContain('notifications → mailer: send')
    expect(await edges()).toEqual(
      expect.arrayContaining([
        'browser → gateway: POST /store/v1/carts/{id}/complete',
        'gateway → orders: complete-cart',
        'orders → inventory: reserve-stock',
        'orders → payments: authorize-payment',
        'payments → provider: sandbox.authorize',
        'orders → notifications: orders.order-confirmed.v1',
      ]),
    )
    const { nodes } = await topology()
    expect(nodes).toContainEqual({ id: 'orders', kind: 'service', eventLag: expect.any(Number) })
    expect(nodes).toContainEqual({ id: 'provider', kind: 'outside', eventLag: null })
  })
})

it('a fault is found by the trace its answer names, in the trace, the log and the topology', async () => {
  const { database } = shop.databaseOf('carts')
  const sql = connect({ ...testCluster(), database }, { connections: 1 })
  await sql`alter table cart rename to cart_away`
  try {
    const answered = await operator.post('/store/v1/carts', { currency: 'EUR' })
    expect(answered.status).toBe(500)
    const traceId = String(answered.body.traceId)
    expect(traceId).toBe(traceIdOf(answered.headers))
    const lines = await linesOf(`traceId=${traceId}`)
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', service: 'gateway', message: 'a request failed' }),
    )
    const line = lines.find(({ fault }) => fault?.type === 'PostgresError')
    expect(line?.fault?.message).toContain('does not exist')
    const { spans } = await traceOf(traceId)
    const failed = spans
      .filter(({ status }) => status === 'error')
      .map(({ service, name }) => [service, name])
    expect(failed).toContainEqual(['carts', 'create-cart'])
    expect(spans.map(({ spanId }) => spanId)).toContain(line?.spanId)
    const { edges } = await topology()
    expect(edges.find(({ to, name }) => to === 'carts' && name === 'create-cart')?.faults).toBe(1)
  } finally {
    await sql`alter table cart_away rename to cart`
    await sql.end()
  }
})

it('a trace nobody remembers is not found', async () => {
  const answered = await operator.get('/ops/traces/00000000000000000000000000000bad')
  expect([answered.status, answered.body.code]).toEqual([404, 'not_found'])
})
