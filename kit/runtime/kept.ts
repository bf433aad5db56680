/** What is read often and changes seldom, in memory: read when first needed, and again after it changed. */
export interface Kept<T> {
  read(load: () => Promise<T>): Promise<T>
  drop(): void
}

/** A read under way when it changes is not kept: whoever asks afterwards starts one of its own. */
export function kept<T>(): Kept<T> {
  let held: Promise<T> | undefined
  return {
    drop: () => {
      held = undefined
    },
    read(load) {
      if (held) return held
      const reading = load()
      held = reading
      reading.catch(() => {
        if (held === reading) held = undefined
      })
      return reading
    },
  }
}
