import { useState } from 'react'
import type { Traces } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { Pager } from '../parts/pager.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import type { Place } from '../places/place.ts'
import { TraceFilter } from './trace-filter.tsx'
import { TraceTable } from './trace-table.tsx'

const EVERY_MS = 4_000
const SHOWN = '30'

/** The traces that are remembered, newest first. */
export function TraceList({ place }: { place: Place }) {
  const { errors, minDurationMs, service } = place.query
  const wish = {
    ...(errors && { errors }),
    ...(minDurationMs && { minDurationMs }),
    ...(service && { service }),
  }
  const filter = new URLSearchParams(wish).toString()
  return (
    <>
      <TraceFilter place={place} />
      <PageOfTraces key={filter} filter={filter} />
    </>
  )
}

function PageOfTraces({ filter }: { filter: string }) {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const query = new URLSearchParams(filter)
  query.set('limit', SHOWN)
  const cursor = cursors.at(-1)
  if (cursor !== undefined) query.set('cursor', cursor)
  const { answer, trouble } = useAnswer<Traces>(`/ops/traces?${query}`, EVERY_MS)
  if (!answer) return <Loading trouble={trouble} />
  return (
    <>
      <Unavailable names={answer.unavailable} />
      {answer.items.length > 0 ? (
        <TraceTable traces={answer.items} />
      ) : (
        <p>No trace that is remembered is like that.</p>
      )}
      <Pager cursors={cursors} next={answer.nextCursor} onTurn={setCursors} />
      <p className="aside">
        Every change is traced, and of reads a share. A process remembers its newest spans, and nothing once
        it ends.
      </p>
    </>
  )
}
