const PARENT_LOOKED_FOR_MS = 500

/** Aborts with a word of why when somebody wants us to stop. Asking twice changes nothing: some supervisors signal the whole group. */
export function hearStop(): AbortSignal {
  const wish = new AbortController()
  process.on('SIGINT', () => wish.abort('Ctrl-C'))
  process.on('SIGTERM', () => wish.abort('Asked to stop'))
  process.on('SIGHUP', () => wish.abort('The terminal was closed'))
  whenOrphaned(() => wish.abort('Left alone'))
  return wish.signal
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
