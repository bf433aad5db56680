import type { Saga } from '../asking/answers.ts'
import { useDeed } from '../asking/use-deed.ts'
import { DeedButton } from '../parts/deed-button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { saysOfState } from './saga-views.ts'
import { isOver } from './step-state.ts'

/** Tries a saga at once; a stuck one gets its attempts again. What came of it stays when the saga is over. */
export function RetrySaga({ saga }: { saga: Pick<Saga, 'id' | 'state'> }) {
  const [deed, start] = useDeed<Saga>()
  return (
    <div className="retry">
      {!isOver(saga) && (
        <>
          <DeedButton
            busy="Trying…"
            isBusy={deed.state === 'under-way'}
            onPress={() => void start(`/ops/sagas/${encodeURIComponent(saga.id)}/retry`, { method: 'POST' })}
          >
            Try again now
          </DeedButton>
          <span className="aside">{saga.state === 'stuck' ? MEND_FIRST : HARMLESS}</span>
        </>
      )}
      <div aria-live="polite">{deed.state === 'done' && <p className="note good">{wordsFor(saga)}</p>}</div>
      {deed.state === 'failed' && <TroubleNote trouble={deed.trouble} />}
    </div>
  )
}

const MEND_FIRST = 'Mend the cause first. It goes on undoing where it stopped.'
const HARMLESS = 'Harmless at any time: every step may run twice. The journal will say who asked.'

const wordsFor = ({ state }: Pick<Saga, 'state'>): string =>
  `It was tried again. Now it is: ${saysOfState[state].title.toLowerCase()}.`
