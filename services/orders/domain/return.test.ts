import { describe, expect, it } from 'vitest'
import { accepted, act, bought, MUGS, parcel } from './fixtures/bought.ts'
import type { Order } from './order.ts'
import { closeReturn, inspectReturn, receiveReturn } from './receive-return.ts'
import { cancelReturn, decideReturn, requestReturn } from './return.ts'
import { returnStatusOf } from './statuses.ts'

const mugs = (quantity: number, more: object = {}) => [{ lineId: MUGS, quantity, ...more }]
const ask = (order: Order, quantity: number, when = act) =>
  requestReturn(
    order,
    {
      id: `ret_${order.returns.length + 1}`,
      lines: [{ lineId: MUGS, quantity, reason: 'too small' }],
      windowDays: 30,
    },
    when,
  )
const shipped = parcel(bought(), 2, 'delivered')
const approve = (order: Order) => accepted(decideReturn(order, 'ret_1', { isApproved: true, act }))
const approved = approve(accepted(ask(shipped, 2)))
const receive = (order: Order, lines: ReturnType<typeof mugs>, moreToCome = false) =>
  receiveReturn(order, { id: 'ret_1', lines, moreToCome }, act)

describe('a return', () => {
  it('is asked for within so many days after the last parcel arrived, and not later', () => {
    const later = (days: number) => ({
      ...act,
      at: new Date(Date.parse(act.at) + days * 86_400_000).toISOString(),
    })
    expect(ask(shipped, 1, later(30))).toHaveProperty('returns')
    expect(ask(shipped, 1, later(30.001))).toMatchObject({
      code: 'return_window_closed',
      detail: expect.stringContaining('2026-02-04'),
    })
    expect(ask(parcel(bought(), 1, 'delivered'), 1, later(90))).toHaveProperty('returns')
  })

  it('arrives in parts while more is to come, and drops the rest when nothing more is', () => {
    const first = accepted(receive(approved, mugs(1), true))
    expect([returnStatusOf(first), first.timeline.at(-1)?.type]).toEqual([
      'approved',
      'return_partially_received',
    ])
    expect(accepted(receive(first, mugs(1), true)).returns[0]).toMatchObject({ status: 'received' })
    const [short] = accepted(receive(approved, mugs(1))).returns
    expect(short).toMatchObject({ status: 'received', lines: [{ quantity: 1, isReceived: true }] })
  })

  it('is inspected once it is there, every unit once, and closed when all were', () => {
    const there = accepted(receive(approved, mugs(2)))
    const inspect = (order: Order, lines: Parameters<typeof inspectReturn>[1]['lines']) =>
      inspectReturn(order, { id: 'ret_1', lines }, act)
    expect(closeReturn(there, 'ret_1', act)).toMatchObject({ code: 'wrong_status' })
    const half = accepted(inspect(there, [{ lineId: MUGS, quantity: 1, disposition: 'quarantine' }]))
    expect(inspect(half, [{ lineId: MUGS, quantity: 2, disposition: 'restock' }])).toMatchObject({
      code: 'receipt_differs',
    })
    const whole = accepted(inspect(half, [{ lineId: MUGS, quantity: 1, disposition: 'restock' }]))
    expect(whole.returns[0]?.lines.map(({ disposition }) => disposition)).toEqual(['quarantine', 'restock'])
    const closed = accepted(closeReturn(whole, 'ret_1', act))
    expect(closed.returns[0]).toMatchObject({ status: 'closed', outcome: 'completed' })
    expect(ask(closed, 1)).toMatchObject({ code: 'return_exceeds_shipped' })
  })

  it('takes a disposition right with the arrival, as one step', () => {
    const made = accepted(receive(approved, mugs(2, { disposition: 'restock' })))
    expect(accepted(closeReturn(made, 'ret_1', act)).returns[0]?.outcome).toBe('completed')
  })

  it('can be taken back until something of it has arrived; its units can be asked for again', () => {
    const cancelled = accepted(cancelReturn(approved, 'ret_1', act))
    expect([returnStatusOf(cancelled), cancelled.returns[0]?.outcome]).toEqual(['closed', 'cancelled'])
    expect(ask(cancelled, 2)).toHaveProperty('returns')
    const arrived = accepted(receive(approved, mugs(1), true))
    for (const order of [arrived, cancelled])
      expect(cancelReturn(order, 'ret_1', act)).toMatchObject({ code: 'wrong_status' })
  })

  it('says why it was declined', () => {
    const asked = accepted(ask(shipped, 2))
    const declined = accepted(decideReturn(asked, 'ret_1', { isApproved: false, reason: 'worn', act }))
    expect(declined.returns[0]?.outcome).toBe('declined')
    expect(declined.timeline.at(-1)).toMatchObject({ type: 'return_declined', detail: 'worn' })
    expect(ask(declined, 2)).toHaveProperty('returns')
  })
})
