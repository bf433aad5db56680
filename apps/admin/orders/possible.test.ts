import { describe, expect, it } from 'vitest'
import type { Order, Return } from './order.ts'
import { amountToRefund, possibleWith, stepsOf, unitsToSend } from './possible.ts'

const money = (amount: number) => ({ amount, currency: 'EUR' })

function order(more: Partial<Order> = {}): Order {
  const payment = { status: 'captured', authorized: money(3000), captured: money(3000), refunded: money(500) }
  return {
    status: 'confirmed',
    lines: [
      { id: 'bowl', quantity: 3 },
      { id: 'cup', quantity: 1 },
    ],
    payments: [payment],
    fulfilments: [],
    ...more,
  } as unknown as Order
}

const parcel = (status: string, quantity: number) => ({ status, lines: [{ lineId: 'bowl', quantity }] })
const withParcels = (...parcels: object[]) => order({ fulfilments: parcels as Order['fulfilments'] })
const leftOf = (one: Order) => unitsToSend(one).map(({ line, left }) => [line.id, left])

describe('units to send', () => {
  it('are all of them at first', () => {
    expect(leftOf(order())).toEqual([
      ['bowl', 3],
      ['cup', 1],
    ])
  })

  it('are what is in no parcel, where a cancelled one holds nothing', () => {
    expect(leftOf(withParcels(parcel('pending', 2), parcel('cancelled', 1)))).toEqual([
      ['bowl', 1],
      ['cup', 1],
    ])
  })
})

describe('what can be done with an order', () => {
  it('is to pack, to hold, to cancel and to refund while it is confirmed', () => {
    expect(possibleWith(order())).toEqual({
      ...{ canPack: true, canCapture: false, canRefund: true },
      ...{ canCancel: true, canHold: true, canRelease: false },
    })
  })

  it('is not to cancel it once something left', () => {
    expect(possibleWith(withParcels(parcel('shipped', 1))).canCancel).toBe(false)
  })

  it('is to take the money while it is only authorized', () => {
    const payment = { status: 'authorized', authorized: money(3000), captured: money(0), refunded: money(0) }
    const authorized = order({ payments: [payment] as unknown as Order['payments'] })
    expect(possibleWith(authorized)).toMatchObject({ canCapture: true, canRefund: false })
  })

  it('is to release it while it is on hold', () => {
    expect(possibleWith(order({ status: 'on_hold' }))).toMatchObject({ canPack: false, canRelease: true })
  })

  it('is to give back what was taken and not given back yet', () => {
    expect(amountToRefund(order())).toBe(2500)
  })
})

describe('the next step of a return', () => {
  const steps = (status: string, line: object = {}) =>
    stepsOf({ status, lines: [{ lineId: 'bowl', quantity: 1, reason: '', ...line }] } as unknown as Return)

  it('is decided, then received, then inspected, then closed', () => {
    expect(steps('requested')).toMatchObject({ canDecide: true, toReceive: [], canClose: false })
    expect(steps('approved').toReceive).toHaveLength(1)
    expect(steps('received', { isReceived: true }).toInspect).toHaveLength(1)
    expect(steps('received', { isReceived: true, disposition: 'restock' }).canClose).toBe(true)
  })
})
