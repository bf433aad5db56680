import type { Instance } from '../discovery/registry.ts'

/** Two heartbeats may be late, and one that died is gone within five seconds. */
const SILENT_FOR_MS = 4_000
/** Past it the broker or this process stood still, and the others' silence says nothing of them. */
const STOOD_STILL_MS = 2_000

/** Who is there as far as heard; times are milliseconds of one clock. */
export interface Roster {
  heard(instance: Instance, at: number): void
  left(key: string): void
  /** The broker has answered what was asked of it at `askedAt`: who has been silent for long is gone. */
  answered(askedAt: number, at: number): void
  all(): readonly Instance[]
}

export const keyOf = ({ service, id }: Pick<Instance, 'service' | 'id'>): string => `${service}.${id}`

export function roster(): Roster {
  const entries = new Map<string, { instance: Instance; at: number }>()
  let answeredAt = 0
  return {
    heard: (instance, at) => void entries.set(keyOf(instance), { instance, at }),
    left: (key) => void entries.delete(key),
    answered(askedAt, at) {
      const stoodStill = at - answeredAt > STOOD_STILL_MS
      answeredAt = at
      for (const [key, entry] of entries) {
        if (stoodStill) entry.at = at
        else if (askedAt - entry.at > SILENT_FOR_MS) entries.delete(key)
      }
    },
    all: () =>
      [...entries.values()].map(({ instance }) => instance).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  }
}
