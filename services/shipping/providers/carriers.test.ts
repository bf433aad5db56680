import { minutes } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carrierSuite } from './carrier.suite.ts'
import type { LabelWish } from './carrier.ts'
import { openCarriers } from './fixtures/open-carriers.ts'

carrierSuite('swift', 'express')
carrierSuite('postline', 'PRIO')

describe('where parcels are', () => {
  let world: Awaited<ReturnType<typeof openCarriers>>
  beforeAll(async () => {
    world = await openCarriers()
  })
  afterAll(() => world.close())
  const to = { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }
  const sell = async (id: 'swift' | 'postline', wish: Omit<LabelWish, 'grams' | 'to'>) => {
    const sold = await world[id].buy({ ...wish, grams: 10, to })
    if (sold.is !== 'known') throw new Error('not sold')
    return sold.label.trackingNumber
  }

  it('swift tells, and nobody else under its name', async () => {
    const number = await sell('swift', { key: 'k-1', service: 'express' })
    await world.scan(number, 'in_transit')
    await expect.poll(() => world.told).toHaveLength(1)
    const raw = { ...(world.told[0] as (typeof world.told)[number]), now: Date.now() }
    const read = world.swift.readEvent?.(raw)
    expect(read).toMatchObject({ is: 'genuine', scan: { trackingNumber: number, progress: 'in_transit' } })
    const altered = Buffer.from(raw.body.toString().replace('in_transit', 'delivered'))
    const judged = [
      world.stranger.readEvent?.(raw),
      world.swift.readEvent?.({ ...raw, body: altered }),
      world.swift.readEvent?.({ ...raw, headers: {} }),
      world.swift.readEvent?.({ ...raw, now: raw.now + minutes(6) }),
    ]
    expect(judged.map((one) => one?.is)).toEqual(Array(4).fill('forged'))
  })

  it('postline tells when asked, from a cursor on', async () => {
    const number = await sell('postline', { key: 'k-2', service: 'PRIO' })
    const poll = async (cursor: string) => {
      const said = await world.postline.poll?.(cursor)
      if (said?.is !== 'known') throw new Error('not told')
      return said
    }
    await world.scan(number, 'accepted')
    await world.scan(number, 'out_for_delivery')
    const first = await poll('0')
    expect(first.scans.map(({ trackingNumber, progress }) => [trackingNumber, progress])).toEqual([
      [number, 'accepted'],
      [number, 'out_for_delivery'],
    ])
    expect(await poll(first.cursor)).toMatchObject({ scans: [], cursor: first.cursor })
    await world.misbehave('postline scans down')
    expect(await world.postline.poll?.('0')).toMatchObject({ is: 'unknown' })
  })
})
