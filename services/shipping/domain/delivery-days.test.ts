import { describe, expect, it } from 'vitest'
import { deliveryDays, isTimeZone } from './delivery-days.ts'

const berlin = { timeZone: 'Europe/Berlin', cutOff: '14:00', holidays: ['2026-12-25'] }
const arrives = (
  ordered: string,
  minDays: number,
  maxDays = minDays,
  calendar: Parameters<typeof deliveryDays>[1] = berlin,
) => {
  const { earliest, latest } = deliveryDays({ minDays, maxDays }, calendar, Date.parse(ordered))
  return [earliest, latest]
}

describe('the days something may arrive', () => {
  it.each([
    ['today, before the cut-off', '2026-11-23T12:59:59Z', 1, 3, ['2026-11-24', '2026-11-26']],
    ['tomorrow, from the cut-off on', '2026-11-23T13:00:00Z', 1, 3, ['2026-11-25', '2026-11-27']],
    ['over a weekend', '2026-11-27T09:00:00Z', 1, 2, ['2026-11-30', '2026-12-01']],
    ['after a weekend, ordered on it', '2026-11-28T09:00:00Z', 0, 1, ['2026-11-30', '2026-12-01']],
    ['after a Friday’s cut-off', '2026-11-27T20:00:00Z', 1, 1, ['2026-12-01', '2026-12-01']],
    ['over a holiday', '2026-12-24T09:00:00Z', 1, 1, ['2026-12-28', '2026-12-28']],
    [
      'by the clock of the zone, where it is Monday already',
      '2026-11-22T23:30:00Z',
      0,
      0,
      ['2026-11-23', '2026-11-23'],
    ],
  ])('count from %s', (_what, ordered, minDays, maxDays, days) => {
    expect(arrives(ordered, minDays, maxDays)).toEqual(days)
  })

  it('begin today until its end where there is no cut-off', () => {
    expect(arrives('2026-11-23T22:59:00Z', 1, 1, { ...berlin, cutOff: null })[0]).toBe('2026-11-24')
  })

  it('are told in time zones there are', () => {
    expect([isTimeZone('America/New_York'), isTimeZone('Moon/Crater')]).toEqual([true, false])
  })
})
