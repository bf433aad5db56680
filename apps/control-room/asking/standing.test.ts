import { describe, expect, it } from 'vitest'
import type { Course } from './poller.ts'
import { refusedEntry, standingOf } from './standing.ts'

const course = (more: Partial<Course>): Course => ({
  ...{ path: '/ops/services', everyMs: 2_000, at: 1_000, trouble: undefined, triesAt: 3_000 },
  ...more,
})
const refused = (status: number) =>
  ({ kind: 'refused', problem: { status, title: 'No.', code: 'no' } }) as const

describe('what is shown', () => {
  it('is live while each answer comes in its time', () => {
    expect(standingOf([course({}), course({ at: 1_500 })], 2_000)).toEqual({ kind: 'live', at: 1_000 })
  })

  it('is late when one answer is overdue', () => {
    expect(standingOf([course({}), course({ at: 9_000 })], 9_500).kind).toBe('late')
  })

  it('is starting before anything was answered', () => {
    expect(standingOf([course({ at: undefined })], 0)).toEqual({ kind: 'starting' })
    expect(standingOf([], 0)).toEqual({ kind: 'starting' })
  })

  it('is of before when nobody answers, and says when that is tried again', () => {
    const courses = [course({ at: 4_000 }), course({ trouble: { kind: 'away' }, triesAt: 7_000 })]
    expect(standingOf(courses, 5_000)).toEqual({ kind: 'away', at: 1_000, triesAt: 7_000 })
  })

  it('tells that a part of the shop cannot answer', () => {
    expect(standingOf([course({ trouble: refused(503) })], 1_000)).toMatchObject({ kind: 'unavailable' })
  })

  it('is nothing to whoever is not let in', () => {
    expect(standingOf([course({ at: undefined, trouble: refused(401) })], 1_000)).toEqual({
      kind: 'kept-out',
    })
  })

  it('is no worse for something that is not there', () => {
    expect(standingOf([course({ trouble: refused(404) })], 1_000).kind).toBe('live')
  })
})

describe('whoever looks', () => {
  it.each([401, 403])('is kept out by a %i', (status) => {
    expect(refusedEntry([course({}), course({ trouble: refused(status) })])?.status).toBe(status)
  })

  it('is in although orders are kept from them', () => {
    expect(
      refusedEntry([course({ path: '/admin/v1/orders/S-100001', trouble: refused(401) })]),
    ).toBeUndefined()
  })

  it('is in otherwise', () => {
    expect(
      refusedEntry([course({ trouble: refused(404) }), course({ trouble: { kind: 'away' } })]),
    ).toBeUndefined()
  })
})
