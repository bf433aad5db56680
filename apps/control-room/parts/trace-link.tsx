import type { ReactNode } from 'react'
import { hrefTo } from '../places/place.ts'

const SHOWN_DIGITS = 8

/** Everywhere a trace is named one may follow it. */
export function TraceLink({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <a href={hrefTo('traces', { id })} title={id}>
      {children ?? <code>{id.slice(0, SHOWN_DIGITS)}…</code>}
    </a>
  )
}
