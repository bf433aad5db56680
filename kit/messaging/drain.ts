import type { Log } from '../telemetry/log.ts'

/** Work that is done in turns until none is left: woken by whoever made some, and looked for now and then. */
export interface Drain {
  wake(): void
  /** Works until nothing is left; for tests and for shutting down. */
  settle(): Promise<number>
  stop(): Promise<void>
}

/**
 * Runs `turn` (returns how many pieces it did) again and again until it returns 0. Wakes by itself at once and
 * every `everyMs`, which finds what a crashed process left behind. Faults are logged and tried again later.
 */
export function drain(turn: () => Promise<number>, { everyMs, log }: { everyMs: number; log: Log }): Drain {
  let running: Promise<number> | undefined
  let isWoken = false
  let isStopped = false
  const run = async () => {
    let done = 0
    do {
      isWoken = false
      for (let count = await turn(); count > 0 && !isStopped; count = await turn()) done += count
    } while (isWoken && !isStopped)
    return done
  }
  const start = () => {
    running ??= run().finally(() => {
      running = undefined
      if (isWoken && !isStopped) wake()
    })
    return running
  }
  const wake = () => {
    isWoken = true
    if (!running && !isStopped) start().catch((fault) => log.warn({ err: fault }, 'work will be tried again'))
  }
  const timer = setInterval(wake, everyMs).unref()
  wake()
  return {
    wake,
    settle: start,
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running?.catch(() => {})
    },
  }
}
