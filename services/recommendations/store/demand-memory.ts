import { minutes } from '@souk/kit/runtime'
import type { Demand } from '../domain/demand.ts'

/** What is wanted changes slowly, and to weigh it every order is looked at. */
const TRUSTED_MS = minutes(1)

/** Demand as it was weighed last. */
export interface DemandMemory {
  /** Weighs anew where that is a minute ago; nobody waits for it but the first. */
  read(now: number, weigh: () => Promise<Demand>): Promise<Demand>
}

export function demandMemory(): DemandMemory {
  let held: Demand | undefined
  let weighing: Promise<Demand> | undefined
  let trustedUntil = 0
  const begin = async (now: number, weigh: () => Promise<Demand>) => {
    try {
      held = await weigh()
      trustedUntil = now + TRUSTED_MS
      return held
    } finally {
      weighing = undefined
    }
  }
  return {
    async read(now, weigh) {
      if (held && now < trustedUntil) return held
      weighing ??= begin(now, weigh)
      if (!held) return await weighing
      // Who is answered from memory does not hear that it could not be weighed; the next one tries again.
      weighing.catch(() => {})
      return held
    },
  }
}
