import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliver, ship } from './shipment.ts'
import { trackingNumber, trackingUrl } from './tracking.ts'

const parcel = (status: 'pending' | 'shipped' | 'delivered' | 'cancelled') => ({
  id: 'ful_01h455vb4pex5vsknk084sn001',
  orderId: 'ord_01h455vb4pex5vsknk084sn001',
  lines: [],
  carrier: 'post',
  trackingNumber: 'A',
  trackingUrl: 'https://tracking.example/post/A',
  status,
})

describe('a parcel', () => {
  it.each([
    [ship, 'pending', { changed: true, shipment: { status: 'shipped' } }],
    [ship, 'shipped', { changed: false, shipment: { status: 'shipped' } }],
    [ship, 'delivered', { changed: false, shipment: { status: 'delivered' } }],
    [ship, 'cancelled', { code: 'wrong_status' }],
    [deliver, 'pending', { code: 'wrong_status' }],
    [deliver, 'shipped', { changed: true, shipment: { status: 'delivered' } }],
    [deliver, 'delivered', { changed: false, shipment: { status: 'delivered' } }],
    [deliver, 'cancelled', { code: 'wrong_status' }],
  ] as const)('%o when %s', (move, status, outcome) => {
    expect(move(parcel(status))).toMatchObject(outcome)
  })
})

describe('tracking', () => {
  it('reads in groups of four without letters that look like digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        expect(trackingNumber(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      }),
    )
  })

  it('links to one page whatever carrier and number say', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const url = new URL(trackingUrl('post', `/../${text}?#`))
        expect(url.host).toBe('tracking.example')
        expect(url.pathname).toMatch(/^\/post\/[^/]+$/)
      }),
    )
    expect(trackingUrl('post', '\ud800')).toBe('https://tracking.example/post/%EF%BF%BD')
  })
})
