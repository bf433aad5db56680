import { expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { faultyTransport, LostOnTheWay } from './faulty-transport.ts'
import { inProcessTransport } from './transport.ts'

const event: StoredEvent = {
  ...{ id: 'evt_1', source: 'toy', type: 'toy.told.v1', subject: 'shelf', data: {} },
  ...{ time: new Date(0).toISOString(), traceparent: '' },
}

it('does not say that events were stored which came for somebody who had left', async () => {
  const stored: StoredEvent[] = []
  const transport = faultyTransport(inProcessTransport(), { seed: 1, delayMs: 50 })
  const leave = transport.subscribe({
    consumer: 'ear',
    types: new Set([event.type]),
    store: async (events) => void stored.push(...events),
  })
  const published = transport.publish([event])
  leave()
  await expect(published).rejects.toThrow(LostOnTheWay)
  expect(stored).toEqual([])
  expect(transport.injected.delayed).toBe(1)
})
