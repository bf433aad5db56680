const AGAIN_AFTER_MS = 3_000

/** Tells of each news on a stream, whatever it is called, until told to leave; a line that is cut is taken up again. */
export async function follow(address: string, left: AbortSignal, tell: () => void): Promise<void> {
  while (!left.aborted) {
    try {
      const { body } = await fetch(address, { signal: left })
      const reader = body?.getReader()
      while (reader && !(await reader.read()).done) tell()
    } catch {
      // Away, or left: the one is tried again, the other ends the loop.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
  }
}
