import type { DeadLetter } from '../asking/answers.ts'
import { DeedButton } from '../parts/deed-button.tsx'
import { Json } from '../parts/json.tsx'
import { Ago } from '../parts/moment.tsx'
import { plural } from '../words/numbers.ts'

interface ParkedEventProps {
  readonly letter: DeadLetter
  readonly isBusy: boolean
  readonly onReplay: (letter: DeadLetter) => void
}

/** One event that one service has given up. */
export function ParkedEvent({ letter, isBusy, onReplay }: ParkedEventProps) {
  const { consumer, type, subject, source, time, attempts, error, data, eventId, firstTriedAt, lastTriedAt } =
    letter
  return (
    <li className="panel parked">
      <h3>
        <code>{type}</code> for {consumer}
      </h3>
      <p>
        {source} announced it <Ago at={time} /> about <code>{subject}</code>. Tried {plural(attempts, 'time')}
        {lastTriedAt && (
          <>
            , last <Ago at={lastTriedAt} />
          </>
        )}
        .
      </p>
      {error && <p className="error bad">{error}</p>}
      <DeedButton
        busy="Trying…"
        isBusy={isBusy}
        label={`Replay ${type} for ${consumer}, ${eventId}`}
        onPress={() => onReplay(letter)}
      >
        Replay
      </DeedButton>
      <details>
        <summary>What it says</summary>
        <p className="aside">
          <code>{eventId}</code>
          {firstTriedAt && (
            <>
              , first tried <Ago at={firstTriedAt} />
            </>
          )}
        </p>
        {data === null ? <p>It is too large to be shown here.</p> : <Json label="Payload" value={data} />}
      </details>
    </li>
  )
}
