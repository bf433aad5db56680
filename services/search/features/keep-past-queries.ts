import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { tidied } from '../domain/fold.ts'
import type { SearchStore } from '../store/search-store.ts'

/** What was searched for and found lately, in this process's memory: no search waits for a write. */
export interface Tally {
  note(q: string): void
  take(): ReadonlyMap<string, number>
}

const MOST_NOTED = 1_000
const LONGEST = 60

export function newTally(): Tally {
  let counts = new Map<string, number>()
  return {
    note(q) {
      const query = tidied(q)
      if (query.length > LONGEST || (counts.size >= MOST_NOTED && !counts.has(query))) return
      counts.set(query, (counts.get(query) ?? 0) + 1)
    },
    take() {
      const taken = counts
      counts = new Map()
      return taken
    },
  }
}

/** Remembers what was found; all of its words are some product's own, so that it tells nothing of who asked. */
export const keepPastQueries =
  (tally: Tally) =>
  async ({ transaction, clock }: ProcessRoom<SearchStore>): Promise<number> => {
    const taken = tally.take()
    if (taken.size === 0) return 0
    await transaction(({ store }) => store.addPastQueries(taken, toTimestamp(clock.now())))
    return taken.size
  }
