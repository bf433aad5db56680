import { days, minutes } from '@souk/kit/runtime'

export interface KeyAge {
  kid: string
  createdAt: number
  activeFrom: number
}

const ROTATED_AFTER = days(30)
/** Whoever verifies may hold the published keys for so long. */
const PUBLISHED_BEFORE = minutes(10)
/** Longer than any access token lives. */
const KEPT_AFTER = minutes(60)

/** The key that signs: the newest one that verifiers have had time to learn. */
export const signing = <Key extends KeyAge>(keys: readonly Key[], now: number): Key | undefined =>
  byNewest(keys).find(({ activeFrom }) => activeFrom <= now)

/** Whether a key is to be made, from when it signs, and which ones have served. */
export function rotation(keys: readonly KeyAge[], now: number): { activeFrom?: number; served: string[] } {
  const [newest, ...older] = byNewest(keys)
  if (!newest) return { activeFrom: now, served: [] }
  const served = newest.activeFrom + KEPT_AFTER <= now ? older.map(({ kid }) => kid) : []
  return newest.createdAt + ROTATED_AFTER <= now ? { activeFrom: now + PUBLISHED_BEFORE, served } : { served }
}

const byNewest = <Key extends KeyAge>(keys: readonly Key[]): Key[] =>
  [...keys].sort((a, b) => b.activeFrom - a.activeFrom || (a.kid < b.kid ? -1 : 1))
