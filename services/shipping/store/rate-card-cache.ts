import type { RateCard } from '../domain/rate-card.ts'

/** The rate card as it is, in memory: read when first needed, and again after it changed. */
export interface RateCardCache {
  read(load: () => Promise<RateCard>): Promise<RateCard>
  drop(): void
}

/** A read under way when the card changes is not kept: whoever asks afterwards starts one of its own. */
export function rateCardCache(): RateCardCache {
  let kept: Promise<RateCard> | undefined
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
