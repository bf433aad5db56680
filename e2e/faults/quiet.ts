import { setTimeout as pause } from 'node:timers/promises'
import { NOWHERE, shop } from '../../embedded/services.ts'

/** What is under way in a shop. */
export interface UnderWay {
  /** Queues of events that are not empty: for how many seconds, or by how many. */
  readonly queues: Readonly<Record<string, number>>
  /** Sagas that have not ended, by name and state. */
  readonly sagas: Readonly<Record<string, number>>
  /** Events given up, by the service that cannot apply them. */
  readonly parked: Readonly<Record<string, number>>
  /** What waits for strangers: payments not settled, mails not sent. */
  readonly unfinished: Readonly<Record<string, number>>
}

const SERVICES = shop(NOWHERE).length
/** An event on its way from one queue to the next can hide from one look, not from three. */
const LOOKS = 3

/** Whether it came about in time. */
export async function untilSo(isSo: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) return false
    await pause(100)
  }
  return true
}

/** Waits until nothing is under way; returns what still is when the time is over, or undefined. A look that fails shows nothing. */
export async function untilQuiet(
  look: () => Promise<UnderWay>,
  withinMs: number,
): Promise<UnderWay | undefined> {
  let last: UnderWay | undefined
  let looks = 0
  const isQuiet = await untilSo(async () => {
    last = await look().catch(() => undefined)
    looks = last && isNothing(last) ? looks + 1 : 0
    return looks >= LOOKS
  }, withinMs)
  return isQuiet ? undefined : (last ?? { ...NOTHING, sagas: { 'the shop does not answer': 1 } })
}

const NOTHING: UnderWay = { queues: {}, sagas: {}, parked: {}, unfinished: {} }

const isNothing = (all: UnderWay) => Object.values(all).every((some) => Object.keys(some).length === 0)

/** By the gauges of one process that is the whole shop. Throws while one of its services does not tell. */
export async function gaugesAt(url: string): Promise<UnderWay> {
  const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(5_000) })
  return readGauges(await response.text())
}

/** From the text of `/metrics`. A database that is away tells nothing, which must not be taken for quiet. */
export function readGauges(text: string): UnderWay {
  const samples = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}\\{(?<labels>[^}]*)\\} (?<value>\\S+)$`, 'gm'))].map(
      ({ groups }) => ({ labels: String(groups?.labels), value: Number(groups?.value) }),
    )
  const lags = samples('souk_event_lag_seconds')
  const parked = samples('souk_parked_events')
  if (lags.length !== 2 * SERVICES || parked.length !== SERVICES)
    throw new Error(`gauges of ${parked.length} services instead of ${SERVICES}`)
  const sagas = samples('souk_sagas').filter(({ labels }) => !/state="(completed|undone)"/.test(labels))
  const unfinished = samples('souk_unfinished')
  if (unfinished.length === 0) throw new Error('no service tells what is unfinished')
  return { queues: named(lags), sagas: named(sagas), parked: named(parked), unfinished: named(unfinished) }
}

/** Those above 0, by the values of their labels. */
const named = (samples: readonly { labels: string; value: number }[]): Record<string, number> =>
  Object.fromEntries(
    samples
      .filter(({ value }) => value > 0)
      .map(({ labels, value }) => [[...labels.matchAll(/="([^"]*)"/g)].map(([, is]) => is).join(' '), value]),
  )
