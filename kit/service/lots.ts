/** Something that waits for its turn. What shares a key keeps its order and is never in two lots under way. */
export interface Waiting {
  readonly keys: readonly string[]
}

export interface Lots<W extends Waiting> {
  /** How many a lot holds at most. */
  readonly most: number
  /** How many lots may be under way. */
  readonly atOnce: number
  /** Whether things that share a key go together, or one after the other. */
  readonly keysMeet: boolean
  /** Settles every one of the lot; never throws. */
  readonly work: (lot: readonly W[]) => Promise<void>
}

/**
 * Lets what comes while something is under way go together. What meets nobody starts at once, in the same turn of
 * the event loop.
 */
export function lots<W extends Waiting>({ most, atOnce, keysMeet, work }: Lots<W>): (one: W) => void {
  const busy = new Set<string>()
  let waiting: W[] = []
  let underWay = 0
  let isDue = false
  const start = () => {
    isDue = false
    while (underWay < atOnce) {
      const { lot, rest } = nextLot(waiting, { busy, most, keysMeet })
      if (lot.length === 0) return
      waiting = rest
      underWay++
      const taken = lot.flatMap(({ keys }) => keys)
      for (const key of taken) busy.add(key)
      void work(lot).then(() => {
        underWay--
        for (const key of taken) busy.delete(key)
        startSoon()
      })
    }
  }
  // Whoever was answered together asks again together: what comes in this turn of the event loop goes together too.
  const startSoon = () => {
    if (!isDue) setImmediate(start)
    isDue = true
  }
  return (one) => {
    waiting.push(one)
    startSoon()
  }
}

interface Bounds extends Pick<Lots<Waiting>, 'most' | 'keysMeet'> {
  readonly busy: ReadonlySet<string>
}

/** Whoever waits for a busy key keeps later ones from overtaking. */
function nextLot<W extends Waiting>(
  waiting: readonly W[],
  { busy, most, keysMeet }: Bounds,
): { lot: W[]; rest: W[] } {
  const blocked = new Set(busy)
  const lot: W[] = []
  const rest: W[] = []
  for (const one of waiting) {
    const goes = lot.length < most && !one.keys.some((key) => blocked.has(key))
    if (goes) lot.push(one)
    else rest.push(one)
    if (!goes || !keysMeet) for (const key of one.keys) blocked.add(key)
  }
  return { lot, rest }
}
