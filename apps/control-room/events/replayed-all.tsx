import type { ReplayedMany } from '../asking/answers.ts'
import type { Deed } from '../asking/use-deed.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { plural } from '../words/numbers.ts'

/** What became of trying all of them once more; it stays when the list is empty. */
export function ReplayedAll({ deed }: { deed: Deed<ReplayedMany> }) {
  return (
    <>
      <div aria-live="polite">
        {deed.state === 'done' && (
          <>
            <p className="note good">{outcomeOf(deed.answer)}</p>
            <Unavailable names={deed.answer.unavailable} />
          </>
        )}
      </div>
      {deed.state === 'failed' && <TroubleNote trouble={deed.trouble} />}
    </>
  )
}

const outcomeOf = ({ replayed, left }: ReplayedMany): string =>
  `${plural(replayed, 'event')} put back to be tried.${left > 0 ? ` ${plural(left, 'event')} left: replay again.` : ''} Those that fail come back to this list.`
