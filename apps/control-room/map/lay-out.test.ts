import { describe, expect, it } from 'vitest'
import { layOut, NODE_HEIGHT } from './lay-out.ts'

const service = (id: string) => ({ id, kind: 'service' as const })
const outside = (id: string) => ({ id, kind: 'outside' as const })
const SHOP = [
  { id: 'gateway', kind: 'gateway' as const },
  ...'catalog search accounts carts pricing inventory orders payments shipping notifications recommendations flags'
    .split(' ')
    .map(service),
  ...['browser', 'provider', 'mailer', 'carrier'].map(outside),
]

describe('the map of a shop', () => {
  it('is the same whatever order its services come in', () => {
    expect(layOut(SHOP.toReversed(), 1_200)).toEqual(layOut(SHOP, 1_200))
  })

  it('has a place for everybody, within its bounds', () => {
    const { seats, width, height } = layOut(SHOP, 1_000)
    expect(seats.size).toBe(SHOP.length)
    for (const { x, y, width: node } of seats.values()) {
      expect(x).toBeGreaterThanOrEqual(node / 2)
      expect(x).toBeLessThanOrEqual(width - node / 2)
      expect(y).toBeGreaterThanOrEqual(NODE_HEIGHT / 2)
      expect(y).toBeLessThanOrEqual(height - NODE_HEIGHT / 2)
    }
  })

  it.each([900, 1_200, 1_500])(
    'puts nobody on top of another, and leaves room for roads, %i wide',
    (width) => {
      const seats = [...layOut(SHOP, width).seats.values()]
      for (const [at, one] of seats.entries())
        for (const other of seats.slice(at + 1)) {
          const isApart =
            Math.abs(one.x - other.x) >= one.width + 40 || Math.abs(one.y - other.y) >= NODE_HEIGHT
          expect(isApart, `${one.id} and ${other.id}`).toBe(true)
        }
    },
  )

  it('goes from who asks to who conducts, to who is asked, to who overhears', () => {
    const { seats } = layOut(SHOP, 1_200)
    const xs = ['browser', 'gateway', 'orders', 'payments', 'notifications', 'provider'].map(
      (id) => seats.get(id)?.x,
    )
    expect(xs).toEqual(xs.toSorted((a = 0, b = 0) => a - b))
    expect(new Set(xs).size).toBe(xs.length)
  })

  it('moves nobody for a stranger or a service nobody knows, but finds both a place', () => {
    const before = layOut(SHOP, 1_200).seats
    const after = layOut([...SHOP, outside('bank'), service('vouchers')], 1_200).seats
    expect(after.get('bank')?.layer).toBe(before.get('provider')?.layer)
    expect(after.get('vouchers')?.layer).toBe(before.get('payments')?.layer)
    for (const { id, layer, x } of before.values()) expect(after.get(id)).toMatchObject({ layer, x })
  })
})
