import { hrefTo } from '../places/place.ts'

const TRACE = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/i
const SAGA = /^saga_[0-9a-z]{26}$/

/** Where what somebody typed or pasted leads to: a trace, also out of a `traceparent`; a saga; else an order. */
export function readSearch(text: string): string | undefined {
  const wanted = text.trim()
  if (wanted === '') return undefined
  const trace = TRACE.exec(wanted)?.[0]
  if (trace) return hrefTo('traces', { id: trace.toLowerCase() })
  if (SAGA.test(wanted)) return hrefTo('checkouts', { id: wanted })
  return hrefTo('traces', { query: { order: wanted } })
}
