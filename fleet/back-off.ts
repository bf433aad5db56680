import { minutes, seconds } from '@souk/kit/runtime'

const FIRST_MS = 100
const LONGEST_MS = seconds(10)
const FORGOTTEN_AFTER_MS = minutes(1)

/** How long to wait before a process that ended is started again: longer each time it ends within a minute. */
export function pauseBeforeStart(ends: readonly number[], now: number): number {
  const lately = ends.filter((at) => at > now - FORGOTTEN_AFTER_MS).length
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, lately - 1))
}
