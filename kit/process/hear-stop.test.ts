import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import type { Hearing } from './hear-stop.ts'

const MODULE = new URL('./hear-stop.ts', import.meta.url).href
let kill = () => {}
afterEach(() => kill())

/** A program without a terminal that tells why it is asked to stop, and of a hangup that it may take otherwise. */
async function listening(hearing: Hearing) {
  const program = `
    import { hearStop } from '${MODULE}'
    const asked = hearStop(${JSON.stringify(hearing)})
    asked.addEventListener('abort', () => { console.log(asked.reason); process.exit() })
    process.on('SIGHUP', () => console.log('hung up'))
    setInterval(() => {}, 1_000)
    console.log('here')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  kill = () => void child.kill('SIGKILL')
  const told = async () => String((await once(child.stdout, 'data'))[0]).trim()
  expect(await told()).toBe('here')
  return {
    async send(signal: NodeJS.Signals) {
      const answer = told()
      child.kill(signal)
      return await answer
    },
  }
}

it('stops when its terminal is closed', async () => {
  const program = await listening({})
  expect(await program.send('SIGHUP')).toBe('The terminal was closed')
})

it('stays at a hangup that means something else, and stops when it is asked to', async () => {
  const program = await listening({ heedsHangup: false })
  expect(await program.send('SIGHUP')).toBe('hung up')
  expect(await program.send('SIGTERM')).toBe('Asked to stop')
})
