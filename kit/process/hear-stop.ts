import { closeSync, openSync } from 'node:fs'

const PARENT_LOOKED_FOR_MS = 500

export interface Hearing {
  /** False where SIGHUP means something else, unless the terminal is gone indeed. */
  readonly heedsHangup?: boolean
}

/** Aborts with a word of why when somebody wants us to stop. Asking twice changes nothing: some supervisors signal the whole group. */
export function hearStop({ heedsHangup = true }: Hearing = {}): AbortSignal {
  const wish = new AbortController()
  process.on('SIGINT', () => wish.abort('Ctrl-C'))
  process.on('SIGTERM', () => wish.abort('Asked to stop'))
  const hadTerminal = hasTerminal()
  process.on('SIGHUP', () => {
    if (heedsHangup || (hadTerminal && !hasTerminal())) wish.abort('The terminal was closed')
  })
  whenOrphaned(() => wish.abort('Left alone'))
  return wish.signal
}

/** The system takes it away from all that run in it before it tells them that it was closed. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return true
  } catch {
    return false
  }
}

/** Whoever started us and was killed cannot tell us to stop; then we notice that our parent is another. */
function whenOrphaned(tell: () => void): void {
  const parent = Number(process.env.SOUK_PARENT_PID)
  if (parent !== process.ppid) return
  setInterval(() => process.ppid !== parent && tell(), PARENT_LOOKED_FOR_MS).unref()
}

/** Rejects with the reason as soon as somebody asks. */
export const whenAsked = (asked: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    asked.addEventListener('abort', () => reject(asked.reason), { once: true })
    if (asked.aborted) reject(asked.reason)
  })
