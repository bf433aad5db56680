import { useState } from 'react'
import type { DeadLetter, DeadLetters } from '../asking/answers.ts'
import { DeedButton } from '../parts/deed-button.tsx'
import { Choice } from './choice.tsx'
import { ParkedEvent } from './parked-event.tsx'

interface ParkedListProps {
  readonly parked: DeadLetters
  /** Ids of those that are being tried. */
  readonly busy: ReadonlySet<string>
  readonly isReplayingAll: boolean
  readonly onReplay: (letter: DeadLetter) => void
  readonly onReplayAll: (which: Partial<Chosen>) => void
}

interface Chosen {
  readonly consumer: string
  readonly type: string
}

/** Those that are parked, or some of them, to be replayed one by one or together. */
export function ParkedList({ parked, busy, isReplayingAll, onReplay, onReplayAll }: ParkedListProps) {
  const [chosen, setChosen] = useState<Partial<Chosen>>({})
  const { items, nextCursor } = parked
  const isChosen = ({ consumer, type }: DeadLetter) =>
    (chosen.consumer ?? consumer) === consumer && (chosen.type ?? type) === type
  return (
    <>
      <fieldset className="choices">
        <legend className="unseen">Which ones</legend>
        <Choice
          label="Consumer"
          value={chosen.consumer}
          of={items.map(({ consumer }) => consumer)}
          onChoose={(consumer) => setChosen(without({ ...chosen, consumer }))}
        />
        <Choice
          label="Event"
          value={chosen.type}
          of={items.map(({ type }) => type)}
          onChoose={(type) => setChosen(without({ ...chosen, type }))}
        />
        <DeedButton isQuiet busy="Replaying…" isBusy={isReplayingAll} onPress={() => onReplayAll(chosen)}>
          {chosen.consumer || chosen.type ? 'Replay all of these' : 'Replay all'}
        </DeedButton>
      </fieldset>
      {nextCursor !== null && <p className="aside">These are the newest {items.length}; there are more.</p>}
      <ul className="plain">
        {items.filter(isChosen).map((letter) => (
          <ParkedEvent key={letter.id} letter={letter} isBusy={busy.has(letter.id)} onReplay={onReplay} />
        ))}
      </ul>
    </>
  )
}

/** The API takes what was chosen, and nothing for what was not. */
const without = (chosen: Chosen | Partial<Chosen>): Partial<Chosen> =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''))
