import { actorOf, type Caller } from '@souk/kit/service'

/** Streams stay open, so there are only so many, for everybody together and for each. */
const SEATS = 1_000
const SEATS_OF_ONE = 5

export interface Seats {
  /** Takes a seat and returns what gives it back; nothing when there is none left. */
  take(caller: Caller): (() => void) | undefined
}

export function seats(): Seats {
  const taken = new Map<string, number>()
  let all = 0
  return {
    take(caller) {
      const who = caller.kind === 'guest' ? caller.address : actorOf(caller)
      const own = taken.get(who) ?? 0
      if (all >= SEATS || own >= SEATS_OF_ONE) return undefined
      all++
      taken.set(who, own + 1)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        all--
        const left = (taken.get(who) ?? 1) - 1
        if (left > 0) taken.set(who, left)
        else taken.delete(who)
      }
    },
  }
}
