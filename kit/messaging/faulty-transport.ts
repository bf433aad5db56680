import { setTimeout as pause } from 'node:timers/promises'
import type { StoredEvent } from '../contract/event.ts'
import { type Random, seededRandom } from '../runtime/random.ts'
import type { Subscription, Transport } from './transport.ts'

/** What goes wrong on the way, and how often. What is left out does not happen. */
export interface TransportFaults {
  readonly seed: number
  /** Share of events a subscriber gets once to three times more than asked for. */
  readonly duplicate?: number
  /** How many places an event may arrive before or after its own, within what is handed over together. */
  readonly reorder?: number
  /** How long each portion may be on its way, at most. */
  readonly delayMs?: number
  /** Share of publishes and of deliveries that get lost: the publisher hears that it failed. */
  readonly lose?: number
  /** Share of publishes that succeed though the publisher hears that they failed. */
  readonly loseAck?: number
}

export interface FaultyTransport extends Transport {
  /** How often each kind of fault was injected. */
  readonly injected: Readonly<Record<Fault, number>>
  /** From now on everything is carried as it should be. */
  heal(): void
}

type Fault = 'duplicated' | 'reordered' | 'delayed' | 'lost' | 'unacknowledged'

/** Told to a publisher whose events, or whose acknowledgement, got lost on purpose. */
export class LostOnTheWay extends Error {}

/**
 * Any transport, on a bad day. It keeps the promise of the port, at least once, and not a hair more: what
 * `publish` resolved for is stored. So it may stand in a shop that is killed at any moment. Each publisher and each
 * subscriber meets the same faults in the same order for the same seed.
 */
export function faultyTransport(inner: Transport, faults: TransportFaults): FaultyTransport {
  const injected = { duplicated: 0, reordered: 0, delayed: 0, lost: 0, unacknowledged: 0 }
  let isWell = false
  const chances = new Map<string, Random>()
  const chanceOf = (who: string): Random => {
    const known = chances.get(who) ?? seededRandom(faults.seed ^ hashOf(who))
    chances.set(who, known)
    return known
  }
  const strikes = (share: number | undefined, chance: Random, fault: Fault): boolean => {
    if (chance.unit() >= (share ?? 0)) return false
    injected[fault]++
    return true
  }

  async function deliver(
    events: readonly StoredEvent[],
    { consumer, store }: Subscription,
    hasLeft: () => boolean,
  ): Promise<void> {
    const chance = chanceOf(`to ${consumer}`)
    const copies = events.flatMap((event) =>
      strikes(faults.duplicate, chance, 'duplicated')
        ? new Array<StoredEvent>(2 + Math.floor(chance.unit() * 3)).fill(event)
        : [event],
    )
    const shuffled = shuffle(copies, faults.reorder ?? 0, chance)
    if (shuffled.some((event, index) => event !== copies[index])) injected.reordered++
    const isLost = strikes(faults.lose, chance, 'lost')
    const arriving = isLost ? Math.floor(chance.unit() * shuffled.length) : shuffled.length
    for (const portion of portions(shuffled.slice(0, arriving), chance)) {
      const delay = Math.floor(chance.unit() * (faults.delayMs ?? 0))
      if (delay > 0) {
        injected.delayed++
        await pause(delay)
      }
      if (hasLeft()) throw new LostOnTheWay(`${consumer} left before all of it had arrived`)
      await store(portion)
    }
    if (isLost) throw new LostOnTheWay(`not all of it reached ${consumer}`)
  }

  return {
    injected,
    isHeard: inner.isHeard,
    ...(inner.keeping && { keeping: inner.keeping }),
    heal() {
      isWell = true
    },
    async publish(events) {
      if (isWell) return await inner.publish(events)
      const chance = chanceOf(`from ${events[0]?.source}`)
      if (strikes(faults.lose, chance, 'lost')) throw new LostOnTheWay('nothing left the publisher')
      await inner.publish(events)
      if (strikes(faults.loseAck, chance, 'unacknowledged'))
        throw new LostOnTheWay('the acknowledgement got lost')
    },
    subscribe(subscription) {
      let isGone = false
      const leave = inner.subscribe({
        ...subscription,
        store: (events) =>
          isWell ? subscription.store(events) : deliver(events, subscription, () => isGone),
      })
      return () => {
        isGone = true
        leave()
      }
    },
  }
}

/** Nobody ends up more than `places` from where they were. */
function shuffle<T>(items: readonly T[], places: number, chance: Random): T[] {
  const drawn = items.map((item, index) => ({ item, at: index + chance.unit() * (places + 1) }))
  return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

/** Cut at random: some events arrive together, some alone. */
function portions<T>(items: readonly T[], chance: Random): T[][] {
  const cut: T[][] = []
  for (let from = 0; from < items.length; ) {
    const to = from + 1 + Math.floor(chance.unit() * (items.length - from))
    cut.push(items.slice(from, to))
    from = to
  }
  return cut
}

/** FNV-1a: every name draws from a sequence of its own. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
