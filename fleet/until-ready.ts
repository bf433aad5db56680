import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../embedded/sentence.ts'

const LOOKED_FOR_MS = 50
const WITHIN_MS = 60_000

/** Until the gateway has found every service: before that, some of what is asked would be turned away. */
export async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + WITHIN_MS
  while (!(await isReady(url))) {
    if (performance.now() > deadline)
      throw new Fault('The gateway does not find every service within a minute.')
    await pause(LOOKED_FOR_MS)
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
