import { describe, expect, it } from 'vitest'
import { curveBetween } from './curve.ts'

const WIDTH = 120
const carts = { id: 'carts', layer: 2, x: 400, y: 100, width: WIDTH }
const orders = { id: 'orders', layer: 2, x: 400, y: 200, width: WIDTH }
const payments = { id: 'payments', layer: 3, x: 600, y: 300, width: WIDTH }
const ends = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? []

describe('a road', () => {
  it('leaves on the right for a later layer, and arrives on the left', () => {
    const [startX, , , , , , endX] = ends(curveBetween(orders, payments, 'call').path)
    expect(startX).toBe(orders.x + WIDTH / 2)
    expect(endX).toBe(payments.x - WIDTH / 2)
  })

  it('goes back the other way', () => {
    const [startX, , , , , , endX] = ends(curveBetween(payments, orders, 'event').path)
    expect(startX).toBe(payments.x - WIDTH / 2)
    expect(endX).toBe(orders.x + WIDTH / 2)
  })

  it('goes around within a layer', () => {
    const { path, middle } = curveBetween(orders, carts, 'call')
    const [startX, , , , , , endX] = ends(path)
    expect(startX).toBe(endX)
    expect(middle.x).toBeGreaterThan(orders.x + WIDTH / 2)
  })

  it('lies on no other between the same two', () => {
    const paths = [
      curveBetween(orders, payments, 'call'),
      curveBetween(orders, payments, 'event'),
      curveBetween(payments, orders, 'call'),
      curveBetween(payments, orders, 'event'),
      curveBetween(orders, carts, 'call'),
      curveBetween(carts, orders, 'call'),
    ].map(({ middle }) => `${middle.x} ${middle.y}`)
    expect(new Set(paths).size).toBe(paths.length)
  })
})
