/** A source that takes back what was read too far. */
export interface Rewindable<T> {
  next(): Promise<T | undefined>
  rewind(items: readonly T[]): void
}

export function rewindable<T>(source: AsyncIterator<T, void>): Rewindable<T> {
  const again: T[] = []
  return {
    async next() {
      const item = again.pop()
      if (item !== undefined) return item
      const { value, done } = await source.next()
      return done ? undefined : value
    },
    rewind(items) {
      for (let index = items.length - 1; index >= 0; index -= 1) again.push(items[index] as T)
    },
  }
}
