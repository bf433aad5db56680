import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@souk/kit/runtime'
import { SERVICE_NAMES } from './fleet-members.ts'
import type { GuardedShop } from './guarded-shop.ts'

export type Victim =
  /** The process of the shop, or a fleet's launcher. */
  | 'shop'
  | 'one service'
  | 'gateway'
  | 'broker'
  | 'database, at once'
  | 'database, without a word'
  | 'one process of the database'
  | 'everything'

export interface Blow {
  readonly victim: Victim
  /** Since the beginning. */
  readonly atMs: number
  /** From the blow until all services answered again. */
  readonly servingAfterMs: number
}

export interface Nemesis {
  readonly blows: readonly Blow[]
  /** Strikes no more; resolves when the shop has got up from the last blow. */
  stop(): Promise<void>
}

/** Each is struck this often before the round begins anew, in an order by chance: short runs too see every kind. */
export const ROUND: readonly Victim[] = [
  'shop',
  'shop',
  'everything',
  'database, at once',
  'database, without a word',
  'one process of the database',
]

/** The same for a fleet, most of whose processes are services. */
export const FLEET_ROUND: readonly Victim[] = [
  'one service',
  'one service',
  'one service',
  'gateway',
  'broker',
  ...ROUND.slice(1),
]

/** Strikes somebody, waits until the shop serves again, leaves it a few seconds, and strikes again. */
export function unleash(
  shop: GuardedShop,
  { random, pauseMs, round }: { random: Random; pauseMs: number; round: readonly Victim[] },
): Nemesis {
  const blows: Blow[] = []
  const begun = performance.now()
  const next = victims(random, round)
  let isOver = false
  const rage = async () => {
    while (!isOver) {
      await pause(pauseMs * (0.5 + random.unit()))
      if (isOver) return
      const victim = next.next().value
      const atMs = performance.now() - begun
      blows.push({ victim, atMs, servingAfterMs: await strike(shop, victim, random) })
    }
  }
  const raging = rage()
  return {
    blows,
    async stop() {
      isOver = true
      await raging
    },
  }
}

/** Returns after how many milliseconds the shop served again. */
async function strike(shop: GuardedShop, victim: Victim, random: Random): Promise<number> {
  const begun = performance.now()
  const before = victim === 'one process of the database' ? undefined : shop.lives()
  if (victim === 'shop') shop.killShop()
  if (victim === 'one service')
    shop.killMember(String(SERVICE_NAMES[Math.floor(random.unit() * SERVICE_NAMES.length)]))
  if (victim === 'gateway' || victim === 'broker') shop.killMember(victim)
  if (victim === 'everything') shop.killEverything()
  if (victim === 'database, at once') shop.killDatabase('SIGQUIT')
  if (victim === 'one process of the database') shop.killBackend()
  if (victim === 'database, without a word') shop.killDatabase('SIGKILL')
  await shop.untilServing(before)
  return performance.now() - begun
}

function* victims(random: Random, round: readonly Victim[]): Generator<Victim, never> {
  for (;;) {
    const left = [...round]
    while (left.length > 0) yield* left.splice(Math.floor(random.unit() * left.length), 1)
  }
}
