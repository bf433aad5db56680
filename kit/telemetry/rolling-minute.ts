const SLOT_MS = 5_000
const SLOTS = 12

/** Counters of the last minute: what is older falls out, five seconds at a time. `now` is milliseconds since 1970. */
export interface RollingMinute {
  add(counter: number, now: number): void
  /** The sum of each counter over the minute that ends now. */
  sums(now: number): number[]
}

export function rollingMinute(counters: number): RollingMinute {
  const counts = new Uint32Array(SLOTS * counters)
  /** Which five seconds each slot counts. */
  const counted = new Float64Array(SLOTS).fill(-1)
  return {
    add(counter, now) {
      const slot = Math.floor(now / SLOT_MS)
      const place = slot % SLOTS
      if (counted[place] !== slot) {
        counts.fill(0, place * counters, (place + 1) * counters)
        counted[place] = slot
      }
      const index = place * counters + counter
      counts[index] = (counts[index] as number) + 1
    },
    sums(now) {
      const last = Math.floor(now / SLOT_MS)
      const sums = new Array<number>(counters).fill(0)
      for (const [place, slot] of counted.entries()) {
        if (slot <= last - SLOTS || slot > last) continue
        for (let counter = 0; counter < counters; counter++)
          sums[counter] = (sums[counter] as number) + (counts[place * counters + counter] as number)
      }
      return sums
    },
  }
}
