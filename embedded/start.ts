import { statfs } from 'node:fs/promises'
import type { Settings } from '@souk/kit/runtime'
import { environmentOf } from './environment.ts'
import { whenAsked } from './hear-stop.ts'
import { open, type Told } from './open.ts'
import { diskFull, Fault } from './sentence.ts'
import type { settings } from './settings.ts'

/**
 * Opens everything in order, stays open until asked to stop, and closes what was opened, last first; so it does when
 * opening fails half-way. Rejects with the reason of `asked`, or with what went wrong.
 */
export async function run(chosen: Settings<typeof settings>, told: Told): Promise<never> {
  const environment = environmentOf(chosen)
  const closing: (() => unknown)[] = []
  const atClose = (work: () => unknown) => void closing.unshift(work)
  try {
    const opening = { ...told, begun: performance.now(), chosen, environment, atClose }
    const { databaseEnded } = await open(opening)
    await Promise.race([whenAsked(told.asked), databaseEnded])
    throw new Fault('The database ended by itself; its log is in the data folder.')
  } catch (fault) {
    if (!told.asked.aborted && (await isFull(chosen.data))) throw diskFull()
    throw fault
  } finally {
    for (const close of closing) {
      try {
        await close()
      } catch (err) {
        environment.log.error({ err }, 'something did not close as it should')
      }
    }
  }
}

const NOTHING_LEFT_BYTES = 1_048_576

/** A full disk shows itself in many ways: a database that ends, a connection that breaks, a file that cannot be read. */
async function isFull(folder: string): Promise<boolean> {
  const found = await statfs(folder).catch(() => undefined)
  return found !== undefined && found.bavail * found.bsize < NOTHING_LEFT_BYTES
}
