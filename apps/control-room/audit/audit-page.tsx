import { useState } from 'react'
import type { Verdict } from '../asking/answers.ts'
import type { useDeed } from '../asking/use-deed.ts'
import { useNow } from '../asking/use-now.ts'
import { DeedButton } from '../parts/deed-button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { duration } from '../words/numbers.ts'
import { VerdictShown } from './verdict-shown.tsx'

/** A shop of a million orders takes the auditor minutes. */
const AUDITED_WITHIN_MS = 21 * 60_000

/** Every book of the shop held against every other; the verdict stays while other pages are looked at. */
export function AuditPage({ audit: [deed, start] }: { audit: ReturnType<typeof useDeed<Verdict>> }) {
  const [isStrict, setStrict] = useState(false)
  const path = isStrict ? '/ops/audit?strict=true' : '/ops/audit'
  return (
    <>
      <p>
        The auditor reads the databases of all services and the payment provider’s own ledger, and proves that
        they agree: on money, stock, orders, events, mails. It changes nothing. A large shop takes minutes.
      </p>
      <fieldset className="choices">
        <legend className="unseen">Run the audit</legend>
        <DeedButton
          busy="Reading every book…"
          isBusy={deed.state === 'under-way'}
          onPress={() => void start(path, { withinMs: AUDITED_WITHIN_MS })}
        >
          Run the audit
        </DeedButton>
        <label>
          <input type="checkbox" checked={isStrict} onChange={({ target }) => setStrict(target.checked)} />
          Strict: excuse nothing as being under way
        </label>
        {deed.state === 'under-way' && <Since at={deed.begunAt} />}
      </fieldset>
      {deed.state === 'failed' && <TroubleNote trouble={deed.trouble} />}
      {deed.state === 'idle' && <p className="aside">It was not run from this page yet.</p>}
      <div aria-live="polite">
        {deed.state === 'done' && (
          <VerdictShown verdict={deed.answer} at={deed.endedAt} tookMs={deed.endedAt - deed.begunAt} />
        )}
      </div>
    </>
  )
}

const Since = ({ at }: { at: number }) => (
  <span className="aside">{duration(Math.max(0, useNow() - at))}</span>
)
