import type { SagaInFull } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Json } from '../parts/json.tsx'
import { Loading } from '../parts/loading.tsx'
import { hrefTo } from '../places/place.ts'
import { RetrySaga } from './retry-saga.tsx'
import { SagaFacts } from './saga-facts.tsx'
import { StepTable } from './step-table.tsx'

const EVERY_MS = 2_000

/** One saga: where it stands, what was done and undone, and what it remembers. */
export function SagaPage({ id }: { id: string }) {
  const { answer: saga, trouble } = useAnswer<SagaInFull>(`/ops/sagas/${encodeURIComponent(id)}`, EVERY_MS)
  return (
    <>
      <p>
        <a href={hrefTo('checkouts')}>All sagas</a>
      </p>
      {saga ? (
        <>
          <h2 className="saga-name">
            {saga.name} for <code>{saga.key}</code>
          </h2>
          {isOrder(saga.key) && (
            <p>
              <a href={hrefTo('traces', { query: { order: saga.key } })}>
                Its traces, by the order’s timeline
              </a>
            </p>
          )}
          <SagaFacts saga={saga} />
          <RetrySaga saga={saga} />
          <StepTable saga={saga} />
          <details>
            <summary>What it remembers</summary>
            <Json label="Memory" value={saga.memory} />
          </details>
        </>
      ) : (
        <Loading trouble={trouble} />
      )}
    </>
  )
}

const isOrder = (key: string): boolean => key.startsWith('ord_')
