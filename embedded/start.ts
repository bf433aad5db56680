import type { Settings } from '@souk/kit/runtime'
import { environmentOf } from './environment.ts'
import { watchDisk } from './full-disk.ts'
import { whenAsked } from './hear-stop.ts'
import { databaseLog, openOn, openProcesses, type Told } from './open.ts'
import { StartRefusal } from './postgres/start-refusal.ts'
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
  const log = databaseLog(chosen.data)
  const isDiskFull = watchDisk(chosen.data, log)
  try {
    const opening = { ...told, begun: performance.now(), chosen, environment, atClose }
    const processes = await openProcesses(opening)
    const ended = processes.postgres.exited.then(() => {
      throw new Fault(`The database ended by itself: see ${log}.`)
    })
    const over = Promise.race([whenAsked(told.asked), ended])
    await Promise.race([over, openOn(opening, processes)])
    return await over
  } catch (fault) {
    if (fault === told.asked.reason || fault instanceof StartRefusal) throw fault
    throw (await isDiskFull().catch(() => false)) ? diskFull() : fault
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
