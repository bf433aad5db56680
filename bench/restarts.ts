import { createInterface } from 'node:readline'
import type { ShopProcess } from './shop-process.ts'

export interface Restarts {
  /** Seconds each process took, from the start of the new one to the end of the old one. */
  readonly each: number[]
  /** Of how many times every process was restarted. */
  readonly rounds: number
  /** Until there is something to restart. */
  untilOpen(): Promise<void>
  begin(): void
  /** No further round. */
  finish(): Promise<void>
}

const RESTARTED = /✓ .+ is restarted \((?<seconds>[\d.]+) s\)/
const OPEN = 'kill -HUP'

/** Restarts every process of a fleet, round after round, as its launcher does when asked by a signal. */
export function restartsOf(fleet: ShopProcess): Restarts {
  const { stdout, pid } = fleet.process
  if (!stdout || !pid) throw new Error('a fleet tells on its standard output what it does')
  const opened = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<void>()
  const each: number[] = []
  let rounds = 0
  let isOver = false
  createInterface(stdout).on('line', (line) => {
    const seconds = RESTARTED.exec(line)?.groups?.seconds
    if (seconds) each.push(Number(seconds))
    if (line.includes(OPEN)) opened.resolve()
    if (line.includes('  ! ')) finished.reject(new Error(line.trim()))
    if (!line.includes('  Restarted.')) return
    rounds++
    if (isOver) finished.resolve()
    else process.kill(pid, 'SIGHUP')
  })
  return {
    untilOpen: () => opened.promise,
    begin: () => void process.kill(pid, 'SIGHUP'),
    each,
    get rounds() {
      return rounds
    },
    async finish() {
      isOver = true
      await finished.promise
    },
  }
}
