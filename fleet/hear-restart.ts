import { readFile } from 'node:fs/promises'
import { memberSettings, openMember } from '@souk/kit/fleet'
import { readSettings } from '@souk/kit/runtime'
import type { Opening } from '../embedded/open.ts'
import { toSentence } from '../embedded/sentence.ts'
import { restartEach } from './restart-each.ts'
import type { Supervised } from './supervise.ts'

/** `kill -HUP` restarts every process, one after the other, with the program as it lies on the disk then. */
export function hearRestart(
  running: readonly Supervised[],
  { opening, told }: { opening: Opening; told: Readonly<Record<string, string>> },
): void {
  const { screen, asked } = opening
  let isRestarting = false
  const restart = async () => {
    if (isRestarting || asked.aborted) return
    isRestarting = true
    screen.say(`\n  Restarting ${running.length} processes, one after the other:`)
    await restartAll(running, { opening, told }).then(
      () => screen.say('  Restarted.\n'),
      (fault) => asked.aborted || screen.say(`  ! ${toSentence(fault)}\n`),
    )
    isRestarting = false
  }
  process.on('SIGHUP', () => void restart())
  screen.say(`  kill -HUP ${process.pid} restarts every process without closing.\n`)
}

async function restartAll(
  running: readonly Supervised[],
  { opening: { chosen, screen }, told }: Parameters<typeof hearRestart>[1],
): Promise<void> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const settings = readSettings(memberSettings, { ...told, SOUK_LOG: chosen.log })
  const member = await openMember({ chosen: settings, shown: new Set() })
  try {
    const tell = (line: string) => screen.say(`  ✓ ${line}`)
    await restartEach(running, { registry: member.registry, env: { SOUK_VERSION: version }, tell })
  } finally {
    await member.close()
  }
}
