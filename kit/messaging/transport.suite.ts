import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { MOST_EVENT_BYTES, type Transport, type Unsubscribe } from './transport.ts'

/** A driver under test; `close` gives back what it opened. */
export interface OpenTransport {
  readonly transport: Transport
  close(): Promise<void>
}

/** What a subscriber has stored, and how often it is still to fail before it does. */
interface Ear {
  readonly stored: StoredEvent[]
  failures: number
}

const MANY_TRIES = 200
const TYPE = 'suite.happened.v1'
let count = 0
const fact = (given: Partial<StoredEvent> = {}): StoredEvent => ({
  id: `evt_${++count}`,
  type: TYPE,
  subject: 'a',
  source: 'suite',
  time: new Date(0).toISOString(),
  data: {},
  ...given,
})
const facts = (many: number, given: Partial<StoredEvent> = {}) =>
  Array.from({ length: many }, () => fact(given))
const idsOf = (events: readonly StoredEvent[]) => events.map(({ id }) => id)
/** As an inbox has them: each once, at the place it came first. */
const firstSeen = (ear: Ear) => [...new Set(idsOf(ear.stored))]

function bench(open: () => Promise<OpenTransport>) {
  const bed = {} as { transport: Transport; close(): Promise<void> }
  beforeEach(async () => void Object.assign(bed, await open()))
  afterEach(() => bed.close())
  return {
    listen(consumer: string, { types = [TYPE], failures = 0 } = {}): Ear & { leave: Unsubscribe } {
      const ear: Ear = { stored: [], failures }
      const leave = bed.transport.subscribe({
        consumer,
        types: new Set(types),
        async store(events) {
          if (ear.failures-- > 0) throw new Error(`${consumer} cannot store`)
          ear.stored.push(...events)
        },
      })
      return Object.assign(ear, { leave })
    },
    subscribe: (...given: Parameters<Transport['subscribe']>) => bed.transport.subscribe(...given),
    /** As a relay does: again and again until it is taken. */
    async publish(events: readonly StoredEvent[]): Promise<void> {
      for (let left = MANY_TRIES; ; left--) {
        try {
          return await bed.transport.publish(events)
        } catch (fault) {
          if (left === 0) throw fault
        }
      }
    },
    publishOnce: (events: readonly StoredEvent[]) => bed.transport.publish(events),
  }
}

const arrives = (ear: Ear, events: readonly StoredEvent[]) =>
  expect.poll(() => firstSeen(ear).sort(), { timeout: 5_000 }).toEqual(idsOf(events).sort())

/** At least once, to everybody who hears it: what every transport promises, on its worst day too. */
export function transportSuite(name: string, open: () => Promise<OpenTransport>): void {
  describe(`the transport ${name}`, () => {
    const { listen, subscribe, publish, publishOnce } = bench(open)

    it('brings each event to everybody who hears its type, and to nobody else', async () => {
      const other = 'suite.otherwise.v1'
      const [both, one, none] = [
        listen('both', { types: [TYPE, other] }),
        listen('one'),
        listen('none', { types: ['suite.never.v1'] }),
      ]
      const [first, second] = [fact(), fact({ type: other })]
      await publish([first, second])
      await arrives(both, [first, second])
      await arrives(one, [first])
      const last = fact({ type: 'suite.never.v1' })
      await publish([last])
      await arrives(none, [last])
    })

    it('brings an event as it was given', async () => {
      const ear = listen('ear')
      const event = fact({
        data: { text: 'ü\n"', list: [1, null, { deep: true }] },
        traceparent: '00-1-2-01',
      })
      await publish([event])
      await arrives(ear, [event])
      expect(ear.stored[0]).toEqual(event)
    })

    it('brings an event again to a subscriber that could not store it', async () => {
      const ear = listen('ear', { failures: 3 })
      const sent = facts(5)
      await publish(sent)
      await arrives(ear, sent)
    })

    it('keeps nothing from the others while one subscriber cannot store', async () => {
      listen('away', { failures: Number.POSITIVE_INFINITY })
      subscribe({
        consumer: 'broken',
        types: new Set([TYPE]),
        store: () => {
          throw new Error('not even a promise')
        },
      })
      const well = listen('well')
      const sent = facts(3)
      const all = expect.poll(
        async () => {
          await publishOnce(sent).catch(() => {})
          return firstSeen(well).sort()
        },
        { timeout: 5_000 },
      )
      await all.toEqual(idsOf(sent).sort())
    })

    it('does not say it is stored before it is', async () => {
      const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
      const stored: StoredEvent[] = []
      subscribe({
        consumer: 'slow',
        types: new Set([TYPE]),
        async store(events) {
          await held
          stored.push(...events)
        },
      })
      const sent = facts(2)
      const taken = publish(sent)
      letGo()
      await taken
      await expect.poll(() => [...new Set(idsOf(stored))].sort()).toEqual(idsOf(sent).sort())
    })

    it('brings nothing to somebody who has left, and does not wait for them', async () => {
      const [leaving, staying] = [
        listen('leaving', { failures: Number.POSITIVE_INFINITY }),
        listen('staying'),
      ]
      const [before, after] = [fact(), fact()]
      await publishOnce([before]).catch(() => {})
      leaving.leave()
      leaving.failures = 0
      await publish([before, after])
      await arrives(staying, [before, after])
      expect(leaving.stored).toEqual([])
    })

    it('brings an event to one replica of a subscriber at least', async () => {
      const replicas = [listen('twin'), listen('twin')]
      const sent = facts(20)
      await publish(sent)
      const stored = () => [...new Set(replicas.flatMap(firstSeen))].sort()
      await expect.poll(stored, { timeout: 5_000 }).toEqual(idsOf(sent).sort())
    })

    it('carries an event of the largest size allowed', async () => {
      const ear = listen('ear')
      const empty = JSON.stringify(fact({ data: { text: '' } })).length
      const large = fact({ data: { text: 'x'.repeat(MOST_EVENT_BYTES - empty - 10) } })
      await publish([large])
      await arrives(ear, [large])
      expect(ear.stored[0]?.data.text).toHaveLength(String(large.data.text).length)
    })

    it('serves fifty subscribers from ten publishers at once', async () => {
      const ears = Array.from({ length: 50 }, (_, index) => listen(`ear-${index}`))
      const sent = Array.from({ length: 10 }, (_, index) => facts(20, { source: `source-${index}` }))
      await Promise.all(sent.map(publish))
      for (const ear of ears) await arrives(ear, sent.flat())
    })
  })
}

/** In order: what a transport promises as long as nothing meddles with it. */
export function transportOrderSuite(name: string, open: () => Promise<OpenTransport>): void {
  describe(`the transport ${name}, in order`, () => {
    const { listen, publish } = bench(open)

    it('brings what one publisher hands over in that order', async () => {
      const ear = listen('ear')
      const sent = Array.from({ length: 10 }, () => facts(30))
      for (const portion of sent) await publish(portion)
      await arrives(ear, sent.flat())
      expect(firstSeen(ear)).toEqual(idsOf(sent.flat()))
    })

    it('keeps that order when storing fails in between', async () => {
      const ear = listen('ear')
      const sent = Array.from({ length: 10 }, () => facts(3))
      for (const [index, portion] of sent.entries()) {
        ear.failures = index % 3
        await publish(portion)
      }
      await arrives(ear, sent.flat())
      expect(firstSeen(ear)).toEqual(idsOf(sent.flat()))
    })
  })
}
