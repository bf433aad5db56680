import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type Clock, seconds } from '@souk/kit/runtime'
import type { Log } from '@souk/kit/telemetry'
import { pauseBeforeStart } from './back-off.ts'

export interface Program {
  /** What people call it, e.g. `carts 2`. */
  readonly name: string
  readonly file: string
  readonly env: Readonly<Record<string, string>>
}

/** A program that is started again whenever it ends. */
export interface Supervised {
  readonly name: string
  /** The process just now; none between two lives. */
  pid(): number | undefined
  /** Resolves when its present life says that it is up. */
  untilUp(): Promise<void>
  /** Asks it to stop and waits; kills what does not hear. */
  stop(): Promise<void>
}

const STOPPED_WITHIN_MS = seconds(25)
/** What every process may know of ours. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'TMPDIR',
  'NODE_ENV',
  'NODE_COMPILE_CACHE',
  'NODE_EXTRA_CA_CERTS',
]
/** A young generation of 4 MB: a fleet is many small processes. */
const FLAGS = ['--max-semi-space-size=4']

export function supervise(
  { name, file, env }: Program,
  { clock, log }: { clock: Clock; log: Log },
): Supervised {
  const ended: number[] = []
  let isOver = false
  let child: ChildProcess | undefined
  let up = Promise.withResolvers<void>()
  const waiting = new AbortController()
  const start = () => {
    const life = spawn(process.execPath, [...FLAGS, file], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // A group of its own: Ctrl-C in a terminal must not end it before the gateway has answered.
      detached: process.platform !== 'win32',
      env: { ...passedOn(), ...env, SOUK_PARENT_PID: String(process.pid) },
    })
    child = life
    life.on('message', (message) => Object(message).ready === true && up.resolve())
    life.on('error', (err) => log.error({ err, program: name }, 'a process could not be started'))
    life.once('close', (code, signal) => void again(code ?? signal))
  }
  const again = async (how: number | string | null) => {
    child = undefined
    up.resolve()
    up = Promise.withResolvers<void>()
    if (isOver) return
    ended.push(clock.now())
    const pauseMs = pauseBeforeStart(ended, clock.now())
    log.warn({ program: name, how, pauseMs }, 'a process ended and is started again')
    await pause(pauseMs, undefined, { signal: waiting.signal }).catch(() => {})
    if (!isOver) start()
  }
  const end = async () => {
    const life = child
    if (!life) return
    const closed = once(life, 'close')
    life.kill('SIGTERM')
    const impatience = setTimeout(() => life.kill('SIGKILL'), STOPPED_WITHIN_MS)
    await closed
    clearTimeout(impatience)
  }
  start()
  return {
    name,
    pid: () => child?.pid,
    untilUp: () => up.promise,
    async stop() {
      isOver = true
      waiting.abort()
      await end()
    },
  }
}

const passedOn = (): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
