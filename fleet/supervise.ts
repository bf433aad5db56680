import { setTimeout as pause } from 'node:timers/promises'
import { type Clock, seconds } from '@souk/kit/runtime'
import type { Log } from '@souk/kit/telemetry'
import { Fault } from '../embedded/sentence.ts'
import { pauseBeforeStart } from './back-off.ts'
import { type End, type Life, type Program, startLife, type Up } from './life.ts'

/** A program that is started again whenever it ends. */
export interface Supervised {
  readonly name: string
  /** The process just now; none between two lives. */
  pid(): number | undefined
  /** Resolves when its present life says that it is up, or has ended. */
  untilUp(): Promise<void>
  /**
   * Starts another life, told `env` besides, and once it is up and `isFound` by those who ask it, asks the old one to
   * stop and waits for that. Rejects where it does not come up in time; then the old one goes on.
   */
  replace(replacing: Replacing): Promise<void>
  /** Asks it to stop, waits, and tells how it ended; kills what does not hear. */
  stop(): Promise<End[]>
}

export interface Replacing {
  readonly isFound: (up: Up) => boolean
  readonly env?: Readonly<Record<string, string>>
  readonly withinMs?: number
}

const UP_WITHIN_MS = seconds(30)
const LOOKED_FOR_MS = 20

export function supervise(given: Program, { clock, log }: { clock: Clock; log: Log }): Supervised {
  const { name } = given
  const ended: number[] = []
  const lives = new Set<Life>()
  const over = new AbortController()
  let program = given
  let current: Life | undefined
  let replacement: Promise<unknown> = Promise.resolve()

  const open = (started: Program): Life => {
    const life = startLife(started, (err) =>
      log.error({ err, program: name }, 'a process could not be started'),
    )
    lives.add(life)
    void life.ended.then(() => lives.delete(life))
    return life
  }
  const start = () => {
    const life = open(program)
    current = life
    void life.ended.then((how) => again(life, how))
  }
  const again = async (life: Life, how: End) => {
    if (over.signal.aborted || life !== current) return
    current = undefined
    ended.push(clock.now())
    const pauseMs = pauseBeforeStart(ended, clock.now())
    log.warn({ program: name, how, pauseMs }, 'a process ended and is started again')
    await Promise.all([pause(pauseMs, undefined, { signal: over.signal }), replacement]).catch(() => {})
    if (!over.signal.aborted && !current) start()
  }
  const replace = async ({ isFound, env = {}, withinMs = UP_WITHIN_MS }: Replacing) => {
    const next = { ...program, env: { ...program.env, ...env } }
    const life = open(next)
    const goesOn = () => lives.has(life) && !over.signal.aborted
    const isUp = await comesUp(life, { isFound, withinMs, goesOn })
    if (!isUp) {
      await life.stop()
      throw new Fault(`A new process of ${name} did not come up, so the old one goes on.`)
    }
    const before = current
    program = next
    current = life
    void life.ended.then((how) => again(life, how))
    await before?.stop()
  }
  start()
  return {
    name,
    pid: () => current?.pid,
    async untilUp() {
      await Promise.race([current?.up, current?.ended])
    },
    async replace(replacing) {
      const done = replace(replacing)
      replacement = done.catch(() => {})
      await done
    },
    async stop() {
      over.abort()
      return await Promise.all([...lives].map((life) => life.stop()))
    },
  }
}

interface Waiting extends Required<Pick<Replacing, 'isFound' | 'withinMs'>> {
  readonly goesOn: () => boolean
}

async function comesUp(life: Life, { isFound, withinMs, goesOn }: Waiting): Promise<boolean> {
  const deadline = performance.now() + withinMs
  const late = pause(withinMs, undefined, { ref: false })
  const up = await Promise.race([life.up, life.ended.then(() => {}), late])
  while (up && goesOn() && performance.now() < deadline) {
    if (isFound(up)) return true
    await pause(LOOKED_FOR_MS)
  }
  return false
}
