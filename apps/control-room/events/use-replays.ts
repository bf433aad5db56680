import { useCallback, useEffect, useState } from 'react'
import type { DeadLetter, DeadLetters, Replay } from '../asking/answers.ts'
import type { Heard } from '../asking/poller.ts'
import { useShop } from '../asking/shop.ts'
import { type Attempt, type Outcome, outcomeOf } from './outcome.ts'

const LOOK_AGAIN_AFTER_MS = 1_500

export interface Replayed {
  readonly attempt: Attempt
  readonly outcome: Outcome
}

/** Tries parked events once more and follows each until it is known what became of it. */
export function useReplays(heard: Heard<DeadLetters>): [readonly Replayed[], (letter: DeadLetter) => void] {
  const { ask, now, poller } = useShop()
  const [attempts, setAttempts] = useState<readonly Attempt[]>([])
  const parked = { items: heard.answer?.items ?? [], at: heard.at ?? 0 }
  const replayed = attempts.map((attempt) => ({ attempt, outcome: outcomeOf(attempt, parked) }))
  const trying = replayed.filter(({ outcome }) => outcome.kind === 'trying').map(({ attempt }) => attempt.id)
  const isParked = (id: string) => parked.items.some((one) => one.id === id)
  const asked = trying.filter((id) => !isParked(id)).join(' ')

  const look = useCallback(
    async (id: string) => {
      const told = await ask<Replay>(`/ops/dead-letters/${encodeURIComponent(id)}/replay`, { method: 'POST' })
      const news = told.ok ? { said: told.answer.state } : { trouble: told.trouble }
      setAttempts((all) => all.map((one) => (one.id === id ? { ...one, ...news } : one)))
    },
    [ask],
  )

  // Whoever asks to replay what is parked no more is only told where it stands.
  useEffect(() => {
    if (asked === '') return undefined
    const looking = setInterval(() => {
      for (const id of asked.split(' ')) void look(id)
    }, LOOK_AGAIN_AFTER_MS)
    return () => clearInterval(looking)
  }, [asked, look])

  async function replay({ id, type, consumer, attempts: before }: DeadLetter): Promise<void> {
    const attempt = {
      id,
      type,
      consumer,
      attempts: before,
      askedAt: now(),
      said: undefined,
      trouble: undefined,
    }
    setAttempts((others) => [attempt, ...others.filter((other) => other.id !== id)])
    await look(id)
    poller.askAllNow()
  }

  return [replayed, (letter) => void replay(letter)]
}
