import { choose } from '../discovery/choose.ts'
import type { Instance } from '../discovery/registry.ts'
import { type Breaker, closedBreaker, mayPass, onAnswer, onFailure, onSent } from './breaker.ts'

/** What this process knows of an instance from its own calls. */
interface Peer {
  readonly instance: Instance
  outstanding: number
  breaker: Breaker
  /** It asked to be left alone until then, in milliseconds. */
  restsUntil: number
}

/** One call to one instance; to be told how it ended, once. */
export interface Sending {
  readonly instance: Instance
  answered(now: number): void
  /** It is well and asks to be left alone for so long. */
  busy(now: number, forMs: number): void
  failed(now: number): void
  /** It was given too little time to say anything of how it is. */
  unknown(now: number): void
}

/** The instances of one service, as they did with the calls sent to them. */
export interface Peers {
  /** Whom to send a call to, and notes that it is sent; `'broken'` where there are instances and none may be asked. */
  take(
    now: number,
    pick: { chance: () => number; tried: ReadonlySet<string> },
  ): Sending | 'broken' | 'nowhere'
  /** Whether there is one that has not been tried. */
  hasOther(tried: ReadonlySet<string>): boolean
  states(): Breaker['state'][]
}

/** Follows the registry: who is not known there any more is forgotten with everything that was known of it. */
export function peersOf(instances: () => readonly Instance[], now: () => number): Peers {
  let known = new Map<string, Peer>()
  let seen: readonly Instance[] = []
  const current = () => {
    const told = instances()
    if (told.length === seen.length && told.every((one, at) => one === seen[at])) return known
    const before = known
    known = new Map(told.map((one) => [one.id, sameOr(before.get(one.id), one, now())]))
    seen = [...told]
    return known
  }
  return {
    take(at, { chance, tried }) {
      const all = [...current().values()]
      if (all.length === 0) return 'nowhere'
      const chosen = choose(
        all.map((peer) => ({
          peer,
          outstanding: peer.outstanding,
          isBroken: !mayPass(peer.breaker, at),
          isResting: peer.restsUntil > at || tried.has(peer.instance.id),
        })),
        chance,
      )
      return chosen ? send(chosen.peer, at) : 'broken'
    },
    hasOther: (tried) => [...current().keys()].some((id) => !tried.has(id)),
    states: () => [...current().values()].map(({ breaker }) => breaker.state),
  }
}

/** An id at another address is another process. */
const sameOr = (peer: Peer | undefined, instance: Instance, now: number): Peer =>
  peer?.instance.address === instance.address
    ? peer
    : { instance, outstanding: 0, breaker: closedBreaker(now), restsUntil: 0 }

function send(peer: Peer, now: number): Sending {
  peer.outstanding++
  peer.breaker = onSent(peer.breaker, now)
  const end = (breaker: Breaker) => {
    peer.outstanding--
    peer.breaker = breaker
  }
  return {
    instance: peer.instance,
    answered: (at) => end(onAnswer(peer.breaker, at)),
    busy(at, forMs) {
      peer.restsUntil = Math.max(peer.restsUntil, at + forMs)
      end(onAnswer(peer.breaker, at))
    },
    failed: (at) => end(onFailure(peer.breaker, at)),
    // A probe without an outcome must not keep the breaker half open.
    unknown: (at) => end(peer.breaker.state === 'half-open' ? onFailure(peer.breaker, at) : peer.breaker),
  }
}
