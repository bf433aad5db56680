/** Somebody of the outside world who can be away for a while. */
export interface Stranger {
  stop(): Promise<void>
  /** Where it was, with what it knew. */
  startAgain(): Promise<void>
}

/** `start` is given the one that was there before. */
export async function openStranger<Running extends { close(): Promise<void> }>(
  start: (before?: Running) => Promise<Running>,
): Promise<Stranger & { readonly first: Running }> {
  const first = await start()
  let now = first
  return {
    first,
    stop: () => now.close(),
    async startAgain() {
      now = await start(now)
    },
  }
}
