export interface BulkheadLimits {
  readonly atOnce: number
  /** How many may wait for a place. */
  readonly waiting: number
  /** How long one may wait, in milliseconds. */
  readonly patienceMs: number
}

interface Waiting {
  readonly until: number
  readonly begin: () => void
  readonly giveUp: () => void
}

/** What takes so much at once and lets a few more wait a moment. It knows no clock: it is told what time it is. */
export interface Bulkhead {
  readonly atWork: number
  readonly waiting: number
  /**
   * `begin` is called at once or when there is a place; `giveUp` when there is none in time, or none to wait in.
   * Returns what ends the waiting without a word.
   */
  enter(who: Pick<Waiting, 'begin' | 'giveUp'>, now: number): () => void
  /** One that began is done: the next one waiting begins, the oldest first. */
  leave(now: number): void
  /** Gives up those that have waited too long; returns when to look again, if anybody still waits. */
  expire(now: number): number | undefined
}

/** Keeps one thing from taking everything: what is beyond the limits is turned away at once, before any work. */
export function bulkhead({ atOnce, waiting: most, patienceMs }: BulkheadLimits): Bulkhead {
  let atWork = 0
  // All are equally patient: who came first is late first.
  const line: Waiting[] = []
  const expire = (now: number) => {
    while (line[0] && line[0].until <= now) line.shift()?.giveUp()
    return line[0]?.until
  }
  return {
    get atWork() {
      return atWork
    },
    get waiting() {
      return line.length
    },
    enter({ begin, giveUp }, now) {
      if (atWork < atOnce) {
        atWork++
        begin()
      } else if (line.length < most) {
        const one = { until: now + patienceMs, begin, giveUp }
        line.push(one)
        return () => {
          const place = line.indexOf(one)
          if (place >= 0) line.splice(place, 1)
        }
      } else giveUp()
      return () => {}
    },
    leave(now) {
      atWork--
      expire(now)
      const next = line.shift()
      if (!next) return
      atWork++
      next.begin()
    },
    expire,
  }
}
