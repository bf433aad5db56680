import { type Bulkhead, type BulkheadLimits, bulkhead } from './bulkhead.ts'

/** To be called once, when what was let in is done. */
export type Release = () => void

/** A bulkhead at the real clock. */
export interface Admission {
  readonly load: Pick<Bulkhead, 'atWork' | 'waiting'>
  /**
   * Calls `decide` with how to leave again, or with nothing when there is no place: now or within the patience.
   * Returns what ends the waiting without a word.
   */
  enter(decide: (release: Release | undefined) => void): () => void
}

/** Waiting is measured by the machine's steady clock: what everybody else calls time may be set back. */
export function admission(limits: BulkheadLimits): Admission {
  const hold = bulkhead(limits)
  let timer: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    if (timer) return
    timer = setTimeout(() => {
      timer = undefined
      if (hold.expire(performance.now()) !== undefined) watch()
    }, limits.patienceMs / 4).unref()
  }
  return {
    load: hold,
    enter(decide) {
      const begin = () => {
        let isIn = true
        decide(() => {
          if (isIn) hold.leave(performance.now())
          isIn = false
        })
      }
      const withdraw = hold.enter({ begin, giveUp: () => decide(undefined) }, performance.now())
      if (hold.waiting > 0) watch()
      return withdraw
    },
  }
}
