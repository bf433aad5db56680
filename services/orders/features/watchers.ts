/** Who watches which order in this process. */
export interface Watchers {
  hasPlace(): boolean
  watch(id: string): Watcher
  /** The orders somebody watches. */
  watched(): string[]
  /** Where an order stands by now: who watches it is told when that is news to them. */
  tell(id: string, version: number): void
}

export interface Watcher {
  /** Resolves with the next change, or `quiet` after a while without one, so that proxies keep the line. */
  changed(): Promise<'changed' | 'quiet'>
  leave(): void
}

const PLACES = 1_000
const QUIET_MS = 15_000

interface Place {
  readonly id: string
  version: number
  wake(): void
}

export function orderWatchers(): Watchers {
  const all = new Set<Place>()
  return {
    hasPlace: () => all.size < PLACES,
    watched: () => [...new Set([...all].map(({ id }) => id))],
    tell(id, version) {
      for (const one of all) {
        if (one.id !== id || one.version === version) continue
        one.version = version
        one.wake()
      }
    },
    watch(id) {
      let isNews = false
      let notify = () => {}
      const place: Place = {
        id,
        version: 0,
        wake() {
          isNews = true
          notify()
        },
      }
      all.add(place)
      return {
        leave: () => void all.delete(place),
        async changed() {
          if (!isNews) await until(QUIET_MS, (resolve) => (notify = resolve))
          const was = isNews
          isNews = false
          return was ? 'changed' : 'quiet'
        },
      }
    },
  }
}

async function until(ms: number, arm: (resolve: () => void) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms).unref()
  arm(resolve)
  await promise
  clearTimeout(timer)
}
