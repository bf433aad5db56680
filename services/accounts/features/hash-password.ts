import { hash as argon2, parseOptions, verify as verifyArgon2 } from '@node-rs/argon2'
import { type Refusal, refuse } from '@souk/kit/contract'
import { passwordKey } from '../domain/password.ts'

/** argon2id: KiB of memory, passes, lanes. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a random text nobody knows: verified for unknown people, so that they take as long as known ones. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$qAoeFu4BcY+L5JOcJlPXYg$qQJOwimenmgQUz1KZHRq55Nm9Nn1f8GycPkF6V9bKqo'

type OrBusy<T> = Promise<T | Refusal<'unavailable'>>

export interface Hashing {
  hash(password: string): OrBusy<string>
  /** Without a hash it is as slow, and false. */
  verify(hash: string | undefined, password: string): OrBusy<boolean>
  /** Whether a hash was made with other parameters than today’s. */
  isOutdated(hash: string): boolean
}

/**
 * Hashes so many passwords at once and lets so many wait; whoever comes then is refused. Hashing takes a
 * core 50 ms: without a bound, sign-ins could starve everything else.
 */
export function passwordHashing(bounds: { atOnce: number; waiting: number }): Hashing {
  const inTurn = turns(bounds)
  return {
    hash: (password) => inTurn(() => argon2(passwordKey(password), parameters)),
    verify: (hash, password) =>
      inTurn(async () => {
        const fits = await verifyArgon2(hash ?? DECOY, passwordKey(password))
        return hash !== undefined && fits
      }),
    isOutdated(hash) {
      const { memoryCost, timeCost, parallelism } = parseOptions(hash)
      return (
        memoryCost !== parameters.memoryCost ||
        timeCost !== parameters.timeCost ||
        parallelism !== parameters.parallelism
      )
    },
  }
}

function turns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): OrBusy<T> => {
    if (running === atOnce) {
      if (queue.length >= waiting)
        return refuse('unavailable', { detail: 'Too many are signing in just now.' })
      await new Promise<void>((go) => queue.push(go))
    } else running++
    try {
      return await work()
    } finally {
      // A turn is handed on, not given back: otherwise a newcomer could slip in before the one woken.
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
