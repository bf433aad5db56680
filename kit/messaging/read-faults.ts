import type { TransportFaults } from './faulty-transport.ts'

const SHARES = ['duplicate', 'lose', 'loseAck'] as const
const COUNTS = ['seed', 'reorder', 'delayMs'] as const
const NAMES: readonly string[] = [...COUNTS, ...SHARES]

/** `seed=7,duplicate=0.1,delayMs=500`: the faults of a transport in one line; empty for none. */
export function readFaults(given: string): TransportFaults | undefined {
  if (given === '') return undefined
  const read = Object.fromEntries(given.split(',').map(readPair))
  if (read.seed === undefined) throw new Error('lacks a seed, such as seed=7')
  return { ...read, seed: read.seed }
}

function readPair(pair: string): [string, number] {
  const [name = '', text = ''] = pair.split('=')
  if (!NAMES.includes(name)) throw new Error(`knows ${NAMES.join(', ')}, not "${name}"`)
  const value = Number(text)
  const isShare = SHARES.some((share) => share === name)
  if (isShare && !(text !== '' && value >= 0 && value < 1))
    throw new Error(`${name} must be at least 0 and less than 1, not "${text}"`)
  if (!isShare && !/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`)
  return [name, value]
}
