import { expect, it } from 'vitest'
import type { Edge } from '../asking/answers.ts'
import { subscriptionsIn } from './subscriptions.ts'

const edge = (to: string, name: string, more: Partial<Edge> = {}): Edge => ({
  ...{
    from: 'orders',
    to,
    kind: 'event',
    name,
    count: 1,
    perSecond: 1,
    refusals: 0,
    faults: 0,
    p50Ms: 1,
    p95Ms: 1,
  },
  ...more,
})

it('are the events alone, those with faults first, then by who heard them', () => {
  const edges = [
    edge('search', 'b'),
    edge('carts', 'b'),
    edge('carts', 'a'),
    edge('carts', 'freeze-cart', { kind: 'call' }),
    edge('shipping', 'c', { faults: 1 }),
  ]
  expect(subscriptionsIn(edges).map(({ to, name }) => `${to} ${name}`)).toEqual([
    'shipping c',
    'carts a',
    'carts b',
    'search b',
  ])
})
