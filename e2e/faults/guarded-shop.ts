import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { kill, killAll, type ShopProcess, startShop, type Topology } from '../start-process.ts'
import { isWhole, type Members, membersOf } from './fleet-members.ts'
import { ADMIN } from './stock.ts'

/** A shop that is started again whenever it ends. */
export interface GuardedShop {
  readonly url: string
  /** How often it, or one process of a fleet, has ended without being asked to. */
  deaths(): number
  /** What it complained of, all its lives together. */
  complaints(): string
  /** Names the processes that serve now; struck ones are replaced, so it changes. */
  lives(): string
  /** Resolves with the milliseconds from now until it serves, with other processes than `before`. */
  untilServing(before?: string): Promise<number>
  /** `kill -9` of the process that was started, and of no other: those it started hear of it by themselves. */
  killShop(): void
  /** Ends the database alone: at once by SIGQUIT, or without a word by SIGKILL. Returns whether there was one. */
  killDatabase(signal: 'SIGQUIT' | 'SIGKILL'): boolean
  /** `kill -9` of one of the processes that serve its connections: PostgreSQL then cuts all of them and recovers. */
  killBackend(): void
  /** `kill -9` of one process of a fleet: a service, `gateway` or `broker`. */
  killMember(name: string): void
  /** `kill -9` of all processes at the same moment. */
  killEverything(): void
  /** Ends all of it for good. */
  end(): Promise<void>
}

export interface GuardedPlace {
  readonly data: string
  readonly port: number
  readonly topology: Topology
  /** The environment of its next life. */
  readonly env?: () => Record<string, string>
  /** Called each time it serves again, the first time too. */
  readonly opened?: () => Promise<void>
}

const SERVING_WITHIN_MS = 60_000
/** What a launcher says of each. */
const MEMBER_ENDED = /a process ended and is started again/g

export function guardShop({ data, port, topology, env = () => ({}), opened }: GuardedPlace): GuardedShop {
  const url = `http://127.0.0.1:${port}`
  let deaths = 0
  let isOver = false
  let complaints = ''
  let now: ShopProcess
  const begin = () => {
    now = startShop({
      ...{ data, port, topology },
      env: {
        ...{ SOUK_RATE_LIMIT: 'off', SOUK_ADMIN_PASSWORD: ADMIN.password },
        ...(topology === 'fleet' && { SOUK_LOG: 'warn' }),
        ...env(),
      },
    })
    const life = now
    void life.ended.then(() => {
      complaints += life.said.complaint
      if (isOver) return
      deaths++
      begin()
    })
    if (opened) void life.untilOpen().then(opened, () => 'it ended first, and its next life comes')
  }
  begin()
  const members = (): Members => (topology === 'fleet' ? membersOf(Number(now.process.pid)) : new Map())
  const said = () => complaints + now.said.complaint
  const lives = () => [now.process.pid, postmasterIn(data), ...members().values()].join(' ')
  const serves = async () =>
    (await isServing(url)) && (topology !== 'fleet' || (await isWhole(url, members()).catch(() => false)))
  const killEverything = () => {
    const all = [...members().values()]
    killAll(data)
    for (const pid of all) kill(pid)
  }
  return {
    url,
    deaths: () => deaths + [...said().matchAll(MEMBER_ENDED)].length,
    complaints: said,
    lives,
    async untilServing(before) {
      const begun = performance.now()
      while (lives() === before || !(await serves())) {
        if (performance.now() - begun > SERVING_WITHIN_MS)
          throw new Error(`the shop does not serve again, of it run ${lives()}: ${said().slice(-2_000)}`)
        await pause(10)
      }
      return performance.now() - begun
    },
    killShop: () => kill(Number(now.process.pid)),
    killDatabase(signal) {
      const pid = postmasterIn(data)
      if (pid === undefined) return false
      process.kill(pid, signal)
      return true
    },
    killBackend() {
      const pid = postmasterIn(data)
      const backend = pid === undefined ? undefined : backendOf(pid)
      if (backend !== undefined) kill(backend)
    },
    killMember(name) {
      const pid = members().get(name)
      if (pid !== undefined) kill(pid)
    },
    killEverything,
    async end() {
      isOver = true
      killEverything()
      await now.ended
      killAll(data)
    },
  }
}

const isServing = async (url: string): Promise<boolean> =>
  await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

function postmasterIn(data: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

/** A child of the postmaster that serves a service, by its title. */
function backendOf(postmaster: number): number | undefined {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ')
  return children
    .map(Number)
    .find((pid) => /postgres: souk: souk_/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')))
}
