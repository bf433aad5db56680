import type { DeadLetter, Replay } from '../asking/answers.ts'
import type { Trouble } from '../asking/ask.ts'

/** One wish to try a parked event once more. */
export interface Attempt {
  readonly id: string
  readonly type: string
  readonly consumer: string
  /** How often it had been tried before. */
  readonly attempts: number
  readonly askedAt: number
  /** Where the shop said it stands, when asked last. */
  readonly said: Replay['state'] | undefined
  readonly trouble: Trouble | undefined
}

export type Outcome =
  | { readonly kind: 'trying' | 'applied' }
  | { readonly kind: 'failed'; readonly error: string | null }
  | { readonly kind: 'refused'; readonly trouble: Trouble }

/** What became of it, by a list of what is parked that is newer than the wish. */
export function outcomeOf(attempt: Attempt, parked: { items: readonly DeadLetter[]; at: number }): Outcome {
  if (attempt.trouble) return { kind: 'refused', trouble: attempt.trouble }
  if (attempt.said === 'applied') return { kind: 'applied' }
  const back = parkedAgain(attempt, parked)
  return back ? { kind: 'failed', error: back.error } : { kind: 'trying' }
}

/** An event that fails is parked at once, and has been tried once more. */
const parkedAgain = (
  { id, attempts, askedAt }: Attempt,
  parked: { items: readonly DeadLetter[]; at: number },
) => (parked.at > askedAt ? parked.items.find((one) => one.id === id && one.attempts > attempts) : undefined)
