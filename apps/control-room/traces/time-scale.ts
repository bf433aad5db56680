/** A stretch of time, in milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A stretch in which nothing happened, drawn shorter than it was. */
export interface Fold {
  /** Where it is drawn, and how wide, as shares of the whole width. */
  readonly left: number
  readonly width: number
  readonly ms: number
}

export interface TimeScale {
  /** Where a moment is drawn: 0 is the beginning, 1 the end. */
  readonly at: (moment: number) => number
  readonly folds: readonly Fold[]
}

/** What is longer than this share of all that happened would leave no room for it. */
const FOLDED_FROM = 0.25
const FOLDED_TO = 0.06

/** Time to width, where long waits in which nothing happened are folded: a retry may come minutes later. */
export function timeScale(stretches: readonly Stretch[]): TimeScale {
  const busy = together(stretches)
  const worked = Math.max(
    0.001,
    busy.reduce((sum, { from, to }) => sum + to - from, 0),
  )
  const drawn = (ms: number) => (ms > worked * FOLDED_FROM ? worked * FOLDED_TO : ms)
  const places: Place[] = []
  let left = 0
  for (const [turn, stretch] of busy.entries()) {
    const before = busy[turn - 1]
    if (before) left += drawn(stretch.from - before.to)
    places.push({ ...stretch, left })
    left += stretch.to - stretch.from
  }
  const whole = Math.max(0.001, left)
  return { at: (moment) => leftOf(moment, places) / whole, folds: foldsBetween(places, whole) }
}

interface Place extends Stretch {
  readonly left: number
}

function foldsBetween(places: readonly Place[], whole: number): Fold[] {
  return places.flatMap((place, turn) => {
    const before = places[turn - 1]
    if (!before) return []
    const left = before.left + before.to - before.from
    const ms = place.from - before.to
    return place.left - left < ms ? [{ left: left / whole, width: (place.left - left) / whole, ms }] : []
  })
}

/** A moment between two places is drawn where the next one begins. */
function leftOf(moment: number, places: readonly Place[]): number {
  const next = places.find(({ to }) => moment <= to) ?? places.at(-1)
  if (!next) return 0
  return next.left + Math.min(Math.max(0, moment - next.from), next.to - next.from)
}

/** Stretches that touch or overlap, as one. */
function together(stretches: readonly Stretch[]): Stretch[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}
