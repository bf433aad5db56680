import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from '@souk/contracts/notifications'
import { seededRandom } from '@souk/kit/runtime'
import type { Page } from '../answers.ts'
import { freePort, type Topology } from '../start-process.ts'
import { type GuardedShop, guardShop } from './guarded-shop.ts'
import { complaintsOf, isClean, judge, type Verdict } from './judge.ts'
import { untilSo } from './quiet.ts'
import { ADMIN, copyOf, type Prepared } from './stock.ts'
import { type Stubborn, stubborn, stubbornStaff } from './stubborn.ts'
import { liveWholeLife } from './whole-life.ts'
import type { Witness } from './witness.ts'
import { witnessOf } from './witness-of.ts'

export interface CrashCase {
  /** As in SOUK_CRASH_AT. */
  readonly at: string
  readonly topology: Topology
  readonly seed: number
  readonly folder: string
  readonly prepared: Prepared
}

export interface CrashOutcome {
  readonly at: string
  readonly seed: number
  readonly ms: number
  /** From the kill until the shop served again. */
  readonly servingAfterMs: number | undefined
  /** Why it failed, a line each; empty when nothing was lost, doubled or left lying. */
  readonly complaints: readonly string[]
}

const REACHED_WITHIN_MS = 10_000
const QUIET_WITHIN_MS = 60_000

/** Lets a shop die at one point in the midst of whole lives of orders, start again, and answer for it. */
export async function crashAt({ at, ...own }: CrashCase): Promise<CrashOutcome> {
  const begun = performance.now()
  const { seed, folder } = own
  const struck = join(folder, 'struck')
  await rm(struck, { force: true })
  let servingAfterMs: number | undefined
  const complaints = await inOwnShop(
    { ...own, env: { SOUK_CRASH_AT: at, SOUK_CRASH_ONCE: struck } },
    async (stage) => {
      const { shop } = stage
      const isDead = async () => existsSync(struck) && shop.deaths() > 0
      const served = untilSo(isDead, QUIET_WITHIN_MS).then(async (hasDied) => {
        if (hasDied) servingAfterMs = await shop.untilServing()
      })
      const purchases = await liveWholeLife(stage)
      const hasDied = await untilSo(isDead, REACHED_WITHIN_MS)
      if (!hasDied) return ['the point was not reached']
      await served
      const verdict = await judge({
        ...stage,
        purchases,
        quietWithinMs: QUIET_WITHIN_MS,
        anyOrder: false,
      })
      return [...complaintsOf(verdict), ...(shop.deaths() > 1 ? [diedAgain(shop)] : [])]
    },
  ).catch((fault: unknown) => [fault instanceof Error ? `${fault.stack}` : String(fault)])
  return { at, seed, ms: performance.now() - begun, servingAfterMs, complaints }
}

const diedAgain = (shop: GuardedShop) =>
  `the shop ended ${shop.deaths()} times: ${shop.complaints().slice(-1_000)}`

interface OwnShop extends Omit<CrashCase, 'at'> {
  readonly env: Record<string, string>
}

interface Stage {
  readonly shop: GuardedShop
  readonly witness: Witness
  readonly shopper: Stubborn
  readonly staff: Stubborn
  readonly shelves: Prepared['shelves']
}

/** On a copy of the prepared folder. */
async function inOwnShop<T>(own: OwnShop, work: (stage: Stage) => Promise<T>): Promise<T> {
  const data = await copyOf(own.prepared, join(own.folder, 'case'))
  const { topology, env } = own
  const shop = guardShop({ data, port: await freePort(), topology, env: () => env })
  const witness = witnessOf(shop.url, { data, topology })
  try {
    const manners = { url: shop.url, random: seededRandom(own.seed), patienceMs: 60_000 }
    const staff = stubbornStaff(manners, ADMIN)
    return await work({ shop, witness, shopper: stubborn(manners), staff, shelves: own.prepared.shelves })
  } finally {
    await shop.end()
    await rm(data, { recursive: true, force: true })
  }
}

/** Every point that whole lives of orders pass, sorted. Fails where even an undisturbed shop is at fault. */
export async function enumerate(own: Omit<CrashCase, 'at'>): Promise<string[]> {
  const file = join(own.folder, 'points')
  await rm(file, { force: true })
  const env = { SOUK_CRASH_RECORD: file }
  const verdict = await inOwnShop({ ...own, env }, async (stage): Promise<Verdict> => {
    const purchases = await liveWholeLife(stage)
    const undisturbed = await judge({
      ...stage,
      purchases,
      quietWithinMs: QUIET_WITHIN_MS,
      anyOrder: false,
    })
    await untilSo(() => isMailSent(stage.staff), REACHED_WITHIN_MS)
    return undisturbed
  })
  if (!isClean(verdict)) throw new Error(`undisturbed, too: ${complaintsOf(verdict).join('; ')}`)
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').sort() : []
}

const isMailSent = async (staff: Stubborn): Promise<boolean> => {
  const { body } = await staff.get<Page<Message>>('/admin/v1/notifications?limit=100')
  return body.items.length > 0 && body.items.every(({ status }) => status === 'sent')
}
