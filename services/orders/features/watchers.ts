/** Who watches which order in this process. */
export interface Watchers {
  hasPlace(): boolean
  watch(id: string): Watcher
  /** That order changed, or all may have. */
  tell(id?: string): void
}

export interface Watcher {
  /** Resolves with the next change, or `quiet` after a while without one, so that proxies keep the line. */
  changed(): Promise<'changed' | 'quiet'>
  leave(): void
}

const PLACES = 1_000
const QUIET_MS = 15_000

export function orderWatchers(): Watchers {
  const all = new Map<object, { id: string; wake: () => void }>()
  return {
    hasPlace: () => all.size < PLACES,
    tell(id) {
      for (const one of all.values()) if (id === undefined || one.id === id) one.wake()
    },
    watch(id) {
      const self = {}
      let isNews = false
      let notify = () => {}
      all.set(self, {
        id,
        wake() {
          isNews = true
          notify()
        },
      })
      return {
        leave: () => void all.delete(self),
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
