import { expect } from 'vitest'
import type { Answered } from '../../client.ts'
import type { Activity, Dependency } from './activities.ts'
import { DEEDS } from './deeds.ts'
import { cellOf } from './matrix.ts'
import type { Scene } from './scene.ts'

/** Nobody is kept waiting for what cannot be had. */
const TOLD_WITHIN_MS = 3_000
/** What goes on shows within that; events have their way to go. */
const SHOWS_WITHIN_MS = 8_000
/** Checkouts and mails are tried again less often each time. */
const CAUGHT_UP_WITHIN_MS = 30_000

/** How a cell ends once what was away is back. */
export type CatchUp = () => Promise<void>

/** Tries a cell while its dependency is away. */
export async function tryCell(dependency: Dependency, activity: Activity, scene: Scene): Promise<CatchUp> {
  const { answer } = cellOf(dependency, activity)
  const { before, does, happened } = DEEDS[activity]
  await before?.(scene)
  const begun = performance.now()
  const answered = await does(scene)
  if (answer === 'is told to come again') {
    expectToldToComeAgain(answered)
    expect(performance.now() - begun).toBeLessThan(TOLD_WITHIN_MS)
    return () => comeAgain(activity, scene)
  }
  expect([200, 201, 202, 204], JSON.stringify(answered.body)).toContain(answered.status)
  const inTime = (timeout: number) => untilItHolds(() => happened(scene, answered.body), timeout)
  if (answer === 'goes on') {
    await inTime(SHOWS_WITHIN_MS)
    return async () => {}
  }
  await expect(async () => happened(scene, answered.body)).rejects.toThrow()
  return () => inTime(CAUGHT_UP_WITHIN_MS)
}

/** A problem (RFC 9457) that passes by itself, and says when. */
function expectToldToComeAgain({ status, headers, body }: Answered<unknown>): void {
  expect([status, body.code, headers.get('content-type')], JSON.stringify(body)).toEqual([
    503,
    'unavailable',
    expect.stringContaining('application/problem+json'),
  ])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
}

/** The same once more, with the same key, as long as it is told to. */
export async function comeAgain(activity: Activity, scene: Scene): Promise<void> {
  const { does, happened } = DEEDS[activity]
  let answered = await does(scene)
  await untilItHolds(async () => {
    if (answered.status >= 400) answered = await does(scene)
    expect([200, 201, 204], JSON.stringify(answered.body)).toContain(answered.status)
  }, CAUGHT_UP_WITHIN_MS)
  await untilItHolds(() => happened(scene, answered.body), SHOWS_WITHIN_MS)
}

/** Tries again what throws; in the end what was thrown last is what is wrong. */
const untilItHolds = (holds: () => void | Promise<void>, timeout: number) =>
  expect
    .poll(
      async () => {
        try {
          await holds()
          return 'so'
        } catch (fault) {
          return String(fault)
        }
      },
      { timeout, interval: 100 },
    )
    .toBe('so')
