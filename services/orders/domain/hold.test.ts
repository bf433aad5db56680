import { expect, it } from 'vitest'
import { accepted, act, bought, MUGS, parcel } from './fixtures/bought.ts'
import { letLeave, noteShipment, parcelLines } from './fulfil.ts'
import { hold, releaseHold } from './hold.ts'

const held = accepted(hold(parcel(bought(), 1, 'pending'), 'is it fraud?', act))

it('lets nothing of a held order be packed or leave', () => {
  expect([held.status, held.holdReason]).toEqual(['on_hold', 'is it fraud?'])
  expect(parcelLines(held, [{ lineId: MUGS, quantity: 1 }])).toMatchObject({ code: 'order_not_fulfillable' })
  expect(letLeave(held, 'ful_1')).toMatchObject({
    code: 'wrong_status',
    detail: expect.stringContaining('hold'),
  })
})

it('goes back to where the order would be by now', () => {
  expect(accepted(releaseHold(held, undefined, act))).toMatchObject({ status: 'processing' })
  const [one] = held.fulfilments
  const gone = noteShipment(held, { ...one!, status: 'delivered' }, act)
  expect(gone.status).toBe('on_hold')
  const released = accepted(releaseHold(parcel(gone, 1, 'delivered'), 'it was not', act))
  expect([released.status, released.holdReason]).toEqual(['completed', undefined])
})

it('holds only what is under way, and releases only what is held', () => {
  expect(hold(held, 'again', act)).toMatchObject({ code: 'order_not_holdable' })
  expect(releaseHold(bought(), undefined, act)).toMatchObject({ code: 'order_not_on_hold' })
  expect(hold({ ...bought(), status: 'cancelled' }, 'late', act)).toMatchObject({
    code: 'order_not_holdable',
  })
})
