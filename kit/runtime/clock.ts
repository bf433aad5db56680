/** Time as something handed in: services never ask the machine. Milliseconds since 1970, UTC. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands still until a test moves it. */
export function handClock(start = Date.UTC(2026, 0, 5, 9, 0, 0)) {
  let now = start
  return {
    now: () => now,
    forward: (ms: number) => {
      now += ms
    },
  }
}

export const toTimestamp = (ms: number): string => new Date(ms).toISOString()

export const seconds = (count: number) => count * 1_000
export const minutes = (count: number) => count * 60_000
export const days = (count: number) => count * 86_400_000
