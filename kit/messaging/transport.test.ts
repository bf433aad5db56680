import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { faultyTransport, LostOnTheWay, type TransportFaults } from './faulty-transport.ts'
import { readFaults } from './read-faults.ts'
import { transportOrderSuite, transportSuite } from './transport.suite.ts'
import { inProcessTransport, type Transport } from './transport.ts'

// With fifty subscribers a publish fails when a delivery to one of them does.
const WORST = { duplicate: 0.5, reorder: 100, delayMs: 5, lose: 0.03, loseAck: 0.2 }
const opened = (transport: Transport) => async () => ({ transport, close: async () => {} })
const inProcess = () => opened(inProcessTransport())()
const healed = () => {
  const transport = faultyTransport(inProcessTransport(), { seed: 1, ...WORST })
  transport.heal()
  return opened(transport)()
}

transportSuite('in process', inProcess)
transportOrderSuite('in process', inProcess)
transportSuite('that is faulty, healed', healed)
transportOrderSuite('that is faulty, healed', healed)
for (const seed of [1, 2, 3])
  transportSuite(`that is faulty, seed ${seed}`, () =>
    opened(faultyTransport(inProcessTransport(), { seed, ...WORST }))(),
  )

const event = (id: number, source = 'test'): StoredEvent => ({
  id: `evt_${id}`,
  type: 'test.happened.v1',
  subject: 'a',
  source,
  time: new Date(0).toISOString(),
  data: {},
})

/** What a subscriber sees of a hundred publishes of ten events, each published until it is taken. */
async function story(faults: TransportFaults) {
  const transport = faultyTransport(inProcessTransport(), faults)
  const seen: string[][] = []
  transport.subscribe({
    consumer: 'ear',
    types: new Set(['test.happened.v1']),
    store: async (events) => void seen.push(events.map(({ id }) => id)),
  })
  let failed = 0
  for (let turn = 0; turn < 100; turn++) {
    const events = Array.from({ length: 10 }, (_, index) => event(turn * 10 + index))
    for (let isTaken = false; !isTaken; ) {
      isTaken = await transport.publish(events).then(
        () => true,
        (fault) => {
          if (!(fault instanceof LostOnTheWay)) throw fault
          failed++
          return false
        },
      )
    }
  }
  return { seen, failed, injected: transport.injected }
}

describe('a faulty transport', () => {
  it('injects every kind of fault it was told to, about as often', async () => {
    const { seen, failed, injected } = await story({
      seed: 7,
      duplicate: 0.2,
      reorder: 5,
      delayMs: 2,
      lose: 0.1,
      loseAck: 0.1,
    })
    expect(new Set(seen.flat()).size).toBe(1_000)
    expect(failed).toBe(injected.lost + injected.unacknowledged)
    expect(injected.lost).toBeGreaterThan(10)
    expect(injected.unacknowledged).toBeGreaterThan(5)
    expect(injected.duplicated).toBeGreaterThan(150)
    expect(injected.reordered).toBeGreaterThan(50)
    expect(injected.delayed).toBeGreaterThan(50)
  })

  it('moves no event further than the window', async () => {
    const { seen } = await story({ seed: 8, reorder: 3 })
    const order = seen.flat().map((id) => Number(id.slice(4)))
    const moves = order.map((id, index) => Math.abs(id - index))
    expect(Math.max(...moves)).toBeLessThanOrEqual(3)
    expect(Math.max(...moves)).toBeGreaterThan(0)
  })

  it('does the same again for the same seed, and something else for another', async () => {
    const faults = { duplicate: 0.2, reorder: 5, lose: 0.1, loseAck: 0.1 }
    const [first, again, other] = [
      await story({ seed: 3, ...faults }),
      await story({ seed: 3, ...faults }),
      await story({ seed: 4, ...faults }),
    ]
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('treats each subscriber to faults of its own', async () => {
    const transport = faultyTransport(inProcessTransport(), { seed: 5, reorder: 50 })
    const seen = ['one', 'two'].map((consumer) => {
      const ids: string[] = []
      const store = async (events: readonly StoredEvent[]) => void ids.push(...events.map(({ id }) => id))
      transport.subscribe({ consumer, types: new Set(['test.happened.v1']), store })
      return ids
    })
    await transport.publish(Array.from({ length: 30 }, (_, index) => event(index)))
    expect(seen[0]).not.toEqual(seen[1])
    expect([...(seen[0] ?? [])].sort()).toEqual([...(seen[1] ?? [])].sort())
  })

  it('is read from one line, and says what it does not understand', () => {
    expect(readFaults('')).toBeUndefined()
    expect(readFaults('seed=7,duplicate=0.1,reorder=100,delayMs=500,lose=0.1,loseAck=0')).toEqual({
      seed: 7,
      duplicate: 0.1,
      reorder: 100,
      delayMs: 500,
      lose: 0.1,
      loseAck: 0,
    })
    expect(() => readFaults('duplicate=0.1')).toThrow('seed')
    expect(() => readFaults('seed=1,explode=1')).toThrow('explode')
    expect(() => readFaults('seed=1,lose=1')).toThrow('lose must be at least 0 and less than 1')
    expect(() => readFaults('seed=1,lose=')).toThrow('lose')
    expect(() => readFaults('seed=-1')).toThrow('seed must be a whole number')
  })
})
