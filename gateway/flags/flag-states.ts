import { featureFlags } from '@souk/contracts/feature-flags'
import { type FlagState, readFlags } from '@souk/contracts/flags'
import { type Clock, seconds } from '@souk/kit/runtime'
import type { Ask } from '@souk/kit/service'
import type { Log } from '@souk/kit/telemetry'

/** Younger than this, what is known is taken as it is. */
const FRESH_MS = seconds(1)
/** Older than this, it is waited for; in between it is asked for on the side. A change shows everywhere by then. */
const TRUSTED_MS = seconds(3)

export type FlagStates = (name: string) => FlagState | undefined | Promise<FlagState | undefined>

/** How features stand, as far as this process knows: as declared at first, and as last heard while nobody tells. */
export function flagStates({ ask, clock, log }: { ask: Ask; clock: Clock; log: Log }): FlagStates {
  let known = new Map<string, FlagState>(
    Object.entries(featureFlags).map(([key, { isOnByDefault: isOn }]) => [key, { key, isOn, rollout: 100 }]),
  )
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined
  const askAgain = async () => {
    try {
      const told = await ask(readFlags, {})
      if (told.ok) known = new Map(told.body.items.map((state) => [state.key, state]))
    } catch (err) {
      log.warn({ err }, 'how features stand is not told: they stay as they were')
    } finally {
      askedAt = clock.now()
      asking = undefined
    }
  }
  return (name) => {
    const age = clock.now() - askedAt
    if (age < FRESH_MS) return known.get(name)
    asking ??= askAgain()
    return age < TRUSTED_MS ? known.get(name) : asking.then(() => known.get(name))
  }
}
