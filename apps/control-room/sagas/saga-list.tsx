import { useState } from 'react'
import type { SagaState, Sagas } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { Pager } from '../parts/pager.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { count } from '../words/numbers.ts'
import { SagaTable } from './saga-table.tsx'
import { saysOfState } from './saga-views.ts'

const EVERY_MS = 3_000
const SHOWN = 25

/** The sagas in one state, newest first, a page at a time. */
export function SagaList({ state }: { state: SagaState }) {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const query = new URLSearchParams({ state, limit: String(SHOWN) })
  const cursor = cursors.at(-1)
  if (cursor !== undefined) query.set('cursor', cursor)
  const { answer, trouble } = useAnswer<Sagas>(`/ops/sagas?${query}`, EVERY_MS)
  const { title, says, none } = saysOfState[state]
  return (
    <section>
      <h2>
        {title}
        {answer && cursors.length === 0 && <span className="count"> {countOf(answer)}</span>}
      </h2>
      {answer ? (
        <>
          <Unavailable names={answer.unavailable} />
          <p className="aside">{answer.items.length > 0 ? says : none}</p>
          {answer.items.length > 0 && <SagaTable sagas={answer.items} label={title} />}
        </>
      ) : (
        <Loading trouble={trouble} />
      )}
      <Pager cursors={cursors} next={answer?.nextCursor} onTurn={setCursors} />
    </section>
  )
}

const countOf = ({ items, nextCursor }: Sagas): string =>
  `${count(items.length)}${nextCursor === null ? '' : '+'}`
