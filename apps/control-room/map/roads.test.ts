import { describe, expect, it } from 'vitest'
import type { Edge } from '../asking/answers.ts'
import { roadsIn, trafficAt } from './roads.ts'

const edge = (from: string, to: string, more: Partial<Edge> = {}): Edge => ({
  ...{
    from,
    to,
    kind: 'call',
    name: 'show-cart',
    count: 60,
    perSecond: 1,
    refusals: 0,
    faults: 0,
    p50Ms: 1,
    p95Ms: 2,
  },
  ...more,
})

describe('a road', () => {
  it('is all that goes between two, calls apart from events', () => {
    const roads = roadsIn([
      edge('orders', 'carts', { name: 'freeze-cart', count: 6, perSecond: 0.1, refusals: 2, p95Ms: 40 }),
      edge('orders', 'carts', { name: 'thaw-cart', faults: 3 }),
      edge('orders', 'carts', {
        kind: 'event',
        name: 'orders.order-confirmed.v1',
        count: 600,
        perSecond: 10,
      }),
    ])
    expect(roads.map(({ id }) => id)).toEqual(['orders~carts~event', 'orders~carts~call'])
    expect(roads[1]).toMatchObject({ count: 66, perSecond: 1.1, refusals: 2, faults: 3, slowestP95Ms: 40 })
    expect(roads[1]?.edges.map(({ name }) => name)).toEqual(['thaw-cart', 'freeze-cart'])
  })

  it('is the same whatever order its edges came in', () => {
    const edges = [
      edge('a', 'b'),
      edge('b', 'a'),
      edge('a', 'c', { name: 'one' }),
      edge('a', 'c', { name: 'two' }),
    ]
    expect(roadsIn(edges.toReversed()).map(({ id }) => id)).toEqual(roadsIn(edges).map(({ id }) => id))
  })

  it('is not made by what this page asks itself', () => {
    const own = ['GET /ops/topology', 'GET /admin/ops/', 'POST /ops/sagas/{id}/retry', 'operators-list-sagas']
    expect(roadsIn(own.map((name) => edge('browser', 'gateway', { name })))).toEqual([])
    expect(roadsIn([edge('browser', 'gateway', { name: 'GET /store/v1/operations' })])).toHaveLength(1)
  })
})

it('what is at a service is what comes in and what goes out', () => {
  const roads = roadsIn([
    edge('gateway', 'orders', { perSecond: 2 }),
    edge('payments', 'orders', { kind: 'event', perSecond: 3 }),
    edge('orders', 'carts', { perSecond: 5, p95Ms: 12 }),
  ])
  expect(trafficAt('orders', roads)).toMatchObject({
    in: { perSecond: 5 },
    out: { perSecond: 5, slowestP95Ms: 12 },
  })
  expect(trafficAt('flags', roads).in).toEqual({
    ...{ count: 0, perSecond: 0, refusals: 0, faults: 0, slowestP95Ms: 0 },
  })
})
