/** What is known of an instance when one has to be chosen. */
export interface Candidate {
  /** Calls it was sent and has not answered. */
  readonly outstanding: number
  /** It has failed so often that nothing is sent to it just now. */
  readonly isBroken: boolean
  /** It asked not to be sent more for a moment, or has just failed this very call: better another, if there is one. */
  readonly isResting: boolean
}

/**
 * The less busy of two chosen by chance: nearly as good as the least busy of all, and callers that know nothing of
 * each other do not all run to the same one. Broken ones are passed over; resting ones while there is another.
 * `chance` is called twice at most, and gives numbers in [0, 1). Nothing when there is nobody to send to.
 */
export function choose<One extends Candidate>(all: readonly One[], chance: () => number): One | undefined {
  const whole = all.filter(({ isBroken }) => !isBroken)
  const rested = whole.filter(({ isResting }) => !isResting)
  const able = rested.length > 0 ? rested : whole
  if (able.length < 2) return able[0]
  const first = Math.floor(chance() * able.length)
  const other = Math.floor(chance() * (able.length - 1))
  const one = able[first] as One
  const another = able[other < first ? other : other + 1] as One
  return another.outstanding < one.outstanding ? another : one
}
