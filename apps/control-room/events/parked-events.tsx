import type { DeadLetters, ReplayedMany } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { useDeed } from '../asking/use-deed.ts'
import { Loading } from '../parts/loading.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { Outcomes } from './outcomes.tsx'
import { ParkedList } from './parked-list.tsx'
import { ReplayedAll } from './replayed-all.tsx'
import { useReplays } from './use-replays.ts'

const PARKED_EVERY_MS = 3_000

/** The events that wait for a person, and what became of those that were replayed. */
export function ParkedEvents() {
  const heard = useAnswer<DeadLetters>('/ops/dead-letters?limit=100', PARKED_EVERY_MS)
  const [replayed, replay] = useReplays(heard)
  const [deed, start] = useDeed<ReplayedMany>()
  if (!heard.answer) return <Loading trouble={heard.trouble} />
  const { items, unavailable } = heard.answer
  const busy = replayed.flatMap(({ attempt, outcome }) => (outcome.kind === 'trying' ? attempt.id : []))
  return (
    <>
      <Unavailable names={unavailable} />
      <ReplayedAll deed={deed} />
      <Outcomes replayed={replayed} />
      {items.length === 0 ? (
        <p>Nothing is parked{unavailable.length > 0 ? ' by those who answered' : ''}.</p>
      ) : (
        <ParkedList
          parked={heard.answer}
          busy={new Set(busy)}
          isReplayingAll={deed.state === 'under-way'}
          onReplay={replay}
          onReplayAll={(body) => void start('/ops/dead-letters/replay', { method: 'POST', body })}
        />
      )}
    </>
  )
}
