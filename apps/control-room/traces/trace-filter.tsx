import type { Services } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import type { Place } from '../places/place.ts'
import { goTo } from '../places/use-place.ts'

const SERVICES_EVERY_MS = 30_000
const AT_LEAST_MS = ['50', '200', '1000', '5000']

/** Which traces to list; the address remembers it. */
export function TraceFilter({ place: { query } }: { place: Place }) {
  const services = useAnswer<Services>('/ops/services', SERVICES_EVERY_MS).answer
  const choose = (choice: Record<string, string>) => goTo('traces', { query: { ...query, ...choice } })
  const names = new Set([
    'gateway',
    ...(services?.items.map(({ name }) => name).sort() ?? []),
    query.service ?? '',
  ])
  return (
    <fieldset className="choices">
      <legend className="unseen">Which traces</legend>
      <label>
        <input
          type="checkbox"
          checked={query.errors === 'true'}
          onChange={({ target }) => choose({ errors: target.checked ? 'true' : '' })}
        />
        With errors
      </label>
      <label>
        Took at least
        <select
          value={query.minDurationMs ?? ''}
          onChange={({ target }) => choose({ minDurationMs: target.value })}
        >
          <option value="">any time</option>
          {AT_LEAST_MS.map((ms) => (
            <option key={ms} value={ms}>
              {ms} ms
            </option>
          ))}
        </select>
      </label>
      <label>
        Through
        <select value={query.service ?? ''} onChange={({ target }) => choose({ service: target.value })}>
          <option value="">any service</option>
          {[...names]
            .filter((name) => name !== '')
            .map((name) => (
              <option key={name}>{name}</option>
            ))}
        </select>
      </label>
    </fieldset>
  )
}
