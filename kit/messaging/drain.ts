import type { Log } from '../telemetry/log.ts'

/** Work that is done in turns until none is left, woken by whoever made some. */
export interface Drain {
  wake(): void
  /** Works until nothing is left; for tests and for shutting down. */
  settle(): Promise<number>
  stop(): Promise<void>
}

export interface DrainOptions {
  /** Without one it works only when woken. */
  readonly everyMs?: number
  readonly log: Log
  /** How many pieces a full turn does: a turn that did fewer was the last. */
  readonly portion?: number
  /** Waits this long after being woken, so that what comes together is worked off together. */
  readonly gatherMs?: number
  /** Begins at most so often: a single piece is done at once, under load many share a turn. */
  readonly apartMs?: number
}

/**
 * Runs `turn` (returns how many pieces it did) again and again until there are none left. Wakes by itself at
 * once, which finds what a crashed process left behind, and every `everyMs`. Faults are logged and tried again when
 * it is woken next.
 */
export function drain(turn: () => Promise<number>, options: DrainOptions): Drain {
  const { everyMs, log, portion = 1, gatherMs = 0, apartMs = 0 } = options
  let running: Promise<number> | undefined
  let isWoken = false
  let isStopped = false
  let begunAt = Number.NEGATIVE_INFINITY
  const run = async () => {
    let done = 0
    begunAt = performance.now()
    isWoken = false
    let count: number
    do {
      count = await turn()
      done += count
    } while (count >= portion && !isStopped)
    return done
  }
  const start = () => {
    running ??= run().finally(() => {
      running = undefined
      if (isWoken && !isStopped) wake()
    })
    return running
  }
  const work = () => {
    if (!running && !isStopped) start().catch((fault) => log.warn({ err: fault }, 'work will be tried again'))
  }
  let gathering: NodeJS.Timeout | undefined
  const wake = () => {
    isWoken = true
    const waitMs = Math.max(gatherMs, begunAt + apartMs - performance.now())
    if (waitMs === 0) return work()
    gathering ??= setTimeout(() => {
      gathering = undefined
      work()
    }, waitMs)
  }
  const timer = everyMs === undefined ? undefined : setInterval(wake, everyMs).unref()
  wake()
  return {
    wake,
    async settle() {
      let done = 0
      do done += await start()
      while (isWoken && !isStopped)
      return done
    },
    async stop() {
      isStopped = true
      clearInterval(timer)
      clearTimeout(gathering)
      await running?.catch(() => {})
    },
  }
}
