import { setTimeout as pause } from 'node:timers/promises'
import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { openEnvironment, whenAsked } from '@souk/kit/process'
import type { Settings } from '@souk/kit/runtime'
import { watchDisk } from './full-disk.ts'
import { databaseLog, openProcesses, type Told } from './open.ts'
import { StartRefusal } from './postgres/start-refusal.ts'
import type { Program } from './program.ts'
import { diskFull, Fault } from './sentence.ts'
import type { settings } from './settings.ts'

/** Without its database nobody is answered any more, so nobody is waited for: the sooner we end, the sooner somebody starts us again. */
const HOPELESS_MS = 1_000

/**
 * Opens everything in order, stays open until asked to stop, and closes what was opened, last first; so it does when
 * opening fails half-way. Rejects with the reason of `asked`, or with what went wrong.
 */
export async function run(
  chosen: Settings<typeof settings>,
  { openOn, openDatabases, ...told }: Told & Program,
): Promise<never> {
  const { environment, close } = await openEnvironment({ ...chosen, shown: shownToOperators })
  const closing: (() => unknown)[] = [close]
  const atClose = (work: () => unknown) => void closing.unshift(work)
  const log = databaseLog(chosen.data)
  const isDiskFull = watchDisk(chosen.data, log)
  let [isHopeless, isClosing] = [false, false]
  try {
    const opening = { ...told, begun: performance.now(), chosen, environment, atClose }
    const processes = await openProcesses(opening, openDatabases)
    const ended = processes.databases.ended.then(() => {
      isHopeless ||= !isClosing
      throw new Fault(`The database ended by itself: see ${log}.`)
    })
    const over = Promise.race([whenAsked(told.asked), ended])
    await Promise.race([over, openOn(opening, processes)])
    return await over
  } catch (fault) {
    if (fault === told.asked.reason || fault instanceof StartRefusal) throw fault
    throw (await isDiskFull().catch(() => false)) ? diskFull() : fault
  } finally {
    isClosing = true
    for (const closeOne of closing) {
      try {
        const closed = Promise.resolve(closeOne())
        await (isHopeless ? Promise.race([closed, pause(HOPELESS_MS)]) : closed)
      } catch (err) {
        environment.log.error({ err }, 'something did not close as it should')
      }
    }
  }
}
