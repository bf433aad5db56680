import { randomBytes, randomFillSync } from 'node:crypto'

/** Chance as something handed in. */
export interface Random {
  bytes(count: number): Uint8Array
  /** As many bytes, written as hexadecimal digits. */
  hex(count: number): string
  /** In [0, 1). */
  unit(): number
}

const POOL_SIZE = 4_096
let pool = new Uint8Array(0)
let taken = POOL_SIZE
let digits = ''
let digitsTaken = 0

/** Bytes of the system's generator, fetched in larger portions: one call to it per 256 ids. */
export const systemRandom: Random = {
  bytes(count) {
    if (taken + count > pool.length) {
      pool = randomFillSync(new Uint8Array(Math.max(POOL_SIZE, count)))
      taken = 0
    }
    taken += count
    return pool.slice(taken - count, taken)
  },
  hex(count) {
    if (digitsTaken + 2 * count > digits.length) {
      digits = randomBytes(Math.max(POOL_SIZE, count)).toString('hex')
      digitsTaken = 0
    }
    digitsTaken += 2 * count
    return digits.slice(digitsTaken - 2 * count, digitsTaken)
  },
  unit: () => Math.random(),
}

/** The same sequence for the same seed (mulberry32); for tests and simulations, never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(unit() * 256))
  return { unit, bytes, hex: (count) => Buffer.from(bytes(count)).toString('hex') }
}
