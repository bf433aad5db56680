import { readFile } from 'node:fs/promises'
import { isLateWrite } from '@souk/kit/database'
import { type Hearing, hearStop } from '@souk/kit/process'
import { armCrashPoints, readSettings, type Settings, systemClock } from '@souk/kit/runtime'
import type { OpenDatabases } from './databases.ts'
import type { Opening, Processes } from './open.ts'
import { createScreen } from './screen.ts'
import { Fault, toSentence } from './sentence.ts'
import { settings } from './settings.ts'
import { run } from './start.ts'

/** What a person starts. */
export interface Program {
  readonly openDatabases: OpenDatabases
  /** Opens everything on what runs already, up to the screen that says so. */
  readonly openOn: (opening: Opening, processes: Processes) => Promise<void>
  readonly hearing?: Hearing
}

const FAULT_HEEDED_MS = 1_000

const screen = createScreen(process.stdout, systemClock.now)

/** Opens the shop, closes it when asked to; every failure is one sentence and an exit code. */
async function openUntilAsked({ hearing = {}, ...program }: Program): Promise<never> {
  const chosen = choose()
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  // A terminal that was closed, or `| head`, is no reason to leave a database behind.
  process.stdout.on('error', () => {})
  const asked = hearStop(hearing)
  screen.say(`\n  Souk ${version} is opening in ${chosen.data}\n`)
  asked.addEventListener('abort', () => screen.say(`\n  ${asked.reason}: finishing what is under way …`))
  await run(chosen, { screen, version, asked, ...program }).catch((fault) => {
    if (!asked.aborted || fault !== asked.reason) throw fault
  })
  screen.say('  Closed. Nothing is lost.\n')
  process.exit(0)
}

function choose(): Settings<typeof settings> {
  try {
    const chosen = readSettings(settings, process.env)
    armCrashPoints({
      at: chosen.crashAt,
      once: chosen.crashOnce,
      record: chosen.crashRecord,
      isProduction: process.env.NODE_ENV === 'production',
    })
    return chosen
  } catch (fault) {
    throw new Fault(fault instanceof Error ? `${fault.message}.` : String(fault))
  }
}

function fail(fault: unknown): never {
  process.stderr.write(`\n  ${toSentence(fault)}\n\n`)
  process.exit(1)
}

/** The whole life of the program that a person starts. */
export async function runProgram(program: Program): Promise<never> {
  // A bug ends the shop. When the database is what died, whoever watches it says so within this moment.
  process.on('uncaughtException', (fault) => {
    if (!isLateWrite(fault)) setTimeout(fail, FAULT_HEEDED_MS, fault)
  })
  return await openUntilAsked(program).catch(fail)
}
