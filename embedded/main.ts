import { mkdir, readFile } from 'node:fs/promises'
import { readSettings, systemClock } from '@souk/kit/runtime'
import { createScreen } from './screen.ts'
import { Fault, toSentence } from './sentence.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

const screen = createScreen(process.stdout, systemClock.now)

const PARENT_LOOKED_FOR_MS = 500

/** `npm start`: opens the shop, closes it when asked to; every failure is one sentence and an exit code. */
async function main(): Promise<void> {
  const chosen = readSettings(settings, process.env)
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  await mkdir(chosen.data, { recursive: true, mode: 0o700 })
  screen.say(`\n  Souk ${version} is opening in ${chosen.data}\n`)
  const running = await start(chosen, { screen, version })
  const stop = once(async (why: string) => {
    screen.say(`\n  ${why}: finishing what is under way …`)
    await running.close()
    screen.say('  Closed. Nothing is lost.\n')
    process.exit(0)
  })
  process.on('SIGINT', () => stop('Ctrl-C'))
  process.on('SIGTERM', () => stop('Asked to stop'))
  whenOrphaned(() => stop('Left alone'))
  running.failed.then((why) => fail(new Fault(why)))
}

function fail(fault: unknown): never {
  process.stderr.write(`\n  ${toSentence(fault)}\n\n`)
  process.exit(1)
}

/** A second signal while it closes changes nothing: some supervisors signal the whole group. */
function once(work: (why: string) => Promise<void>): (why: string) => void {
  let hasBegun = false
  return (why) => {
    if (hasBegun) return
    hasBegun = true
    work(why).catch(fail)
  }
}

/** Whoever started us and was killed cannot tell us to stop; then we notice that our parent is another. */
function whenOrphaned(tell: () => void): void {
  const parent = Number(process.env.SOUK_PARENT_PID)
  if (parent !== process.ppid) return
  setInterval(() => process.ppid !== parent && tell(), PARENT_LOOKED_FOR_MS).unref()
}

await main().catch(fail)
