import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '@souk/kit/runtime'
import { freePort, type Topology } from '../start-process.ts'
import { guardShop } from './guarded-shop.ts'
import type { Purchase } from './history.ts'
import { judge, type Verdict } from './judge.ts'
import { type Load, sendIn } from './load.ts'
import { type Blow, type Nemesis, unleash, type Victim } from './nemesis.ts'
import { behave, misbehave } from './outside-faults.ts'
import { ADMIN, copyOf, type Prepared } from './stock.ts'
import { stubborn, stubbornStaff } from './stubborn.ts'
import { witnessOf } from './witness-of.ts'

export interface ChaosPlan {
  readonly topology: Topology
  readonly seed: number
  readonly until: { readonly ms: number } | { readonly blows: number }
  /** Checkouts begun per second. */
  readonly rate: number
  /** Between the shop's serving again and the next blow, on average. */
  readonly pauseMs: number
  /** Who is struck, in an order by chance, again and again. */
  readonly round: readonly Victim[]
  readonly isProviderBad: boolean
  /** What SOUK_TEST_TRANSPORT_FAULTS shall be, where the transport is to misbehave as well. */
  readonly transportFaults: string | undefined
}

export interface ChaosResult {
  readonly plan: ChaosPlan
  readonly purchases: readonly Purchase[]
  readonly blows: readonly Blow[]
  /** Tries that brought no answer, by why. */
  readonly misses: ReadonlyMap<string, number>
  readonly hasBadProvider: boolean
  readonly verdict: Verdict
  readonly elapsedMs: number
}

export interface ChaosStage {
  readonly folder: string
  readonly prepared: Prepared
  /** Told now and then how it goes. */
  readonly progress: (line: string) => void
}

const MOST_AT_ONCE = 200
const PATIENCE_MS = 60_000
const TOLD_EVERY_MS = 2_000

/** Load, blows and a lying provider together for a while; then all is healed, and everybody is asked. */
export async function runChaos(
  plan: ChaosPlan,
  { folder, prepared, progress }: ChaosStage,
): Promise<ChaosResult> {
  const { seed, rate, topology, transportFaults } = plan
  const begun = performance.now()
  const data = await copyOf(prepared, join(folder, `chaos-${seed}`))
  const env = { ...(transportFaults && { SOUK_TEST_TRANSPORT_FAULTS: transportFaults }) }
  let isHealing = false
  let hasBadProvider = false
  const misses = new Map<string, number>()
  const missed = (why: string) => void misses.set(why, (misses.get(why) ?? 0) + 1)
  const shop = guardShop({
    ...{ data, port: await freePort(), topology },
    env: () => (isHealing ? {} : env),
    async opened() {
      if (plan.isProviderBad && !isHealing)
        // A blow may have come first; the next life is asked again.
        await misbehave(shop.url, { data, seed }).then(
          () => (hasBadProvider = true),
          () => missed('the provider was not asked to misbehave'),
        )
    },
  })
  try {
    await shop.untilServing()
    const manners = { url: shop.url, random: seededRandom(seed), patienceMs: PATIENCE_MS, missed }
    const staff = stubbornStaff(manners, ADMIN)
    const crowd = { shopper: stubborn(manners), staff, shelves: prepared.shelves }
    const load = sendIn({ ...crowd, random: seededRandom(seed + 1), rate, mostAtOnce: MOST_AT_ONCE })
    const nemesis = unleash(shop, {
      random: seededRandom(seed + 2),
      pauseMs: plan.pauseMs,
      round: plan.round,
    })
    const telling = setInterval(() => progress(state({ begun, load, nemesis, misses })), TOLD_EVERY_MS)
    try {
      await untilOver(plan, nemesis)
      isHealing = true
      await nemesis.stop()
      if (hasBadProvider) await behave(shop.url, { data })
      await load.finish()
    } finally {
      clearInterval(telling)
    }
    progress(state({ begun, load, nemesis, misses }))
    const { purchases } = load
    const verdict = await judge({
      ...crowd,
      witness: witnessOf(shop.url, { data, topology }),
      purchases,
      quietWithinMs: 60_000,
      anyOrder: transportFaults !== undefined,
    })
    const { blows } = nemesis
    return {
      ...{ plan, purchases, blows, misses, hasBadProvider, verdict },
      elapsedMs: performance.now() - begun,
    }
  } finally {
    await shop.end()
  }
}

async function untilOver({ until }: ChaosPlan, { blows }: Nemesis): Promise<void> {
  if ('ms' in until) return await pause(until.ms)
  while (blows.length < until.blows) await pause(100)
}

interface Going {
  readonly begun: number
  readonly load: Load
  readonly nemesis: Nemesis
  readonly misses: ReadonlyMap<string, number>
}

function state({ begun, load, nemesis, misses }: Going): string {
  const seconds = Math.round((performance.now() - begun) / 1_000)
  const acknowledged = load.purchases.filter(({ outcome }) => outcome === 'acknowledged').length
  const errors = [...misses.values()].reduce((a, b) => a + b, 0)
  return `${seconds} s: ${acknowledged} acknowledged, ${nemesis.blows.length} kills, ${errors} errors, ${load.inFlight()} in flight`
}
