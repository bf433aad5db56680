import type { Rules } from '../domain/rules.ts'

/** The rules as they are, in memory: read when first needed, and again after they changed. */
export interface RulesCache {
  read(load: () => Promise<Rules>): Promise<Rules>
  drop(): void
}

/** A read under way when the rules change is not kept: whoever asks afterwards starts one of its own. */
export function rulesCache(): RulesCache {
  let kept: Promise<Rules> | undefined
  return {
    drop: () => {
      kept = undefined
    },
    read(load) {
      if (kept) return kept
      const reading = load()
      kept = reading
      reading.catch(() => {
        if (kept === reading) kept = undefined
      })
      return reading
    },
  }
}
