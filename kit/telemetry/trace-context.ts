import type { Random } from '../runtime/random.ts'

/** W3C Trace Context: what joins the work of many services to one request. */
export interface TraceContext {
  readonly traceId: string
  readonly spanId: string
  readonly sampled: boolean
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const ALL_ZERO = /^0+$/

/** Reads a `traceparent` header; anything malformed counts as absent, as the standard asks. */
export function readTraceparent(header: string | undefined): TraceContext | undefined {
  const match = header === undefined ? null : TRACEPARENT.exec(header)
  if (!match || header?.startsWith('ff')) return undefined
  const [, traceId, spanId, flags] = match as unknown as [string, string, string, string]
  if (ALL_ZERO.test(traceId) || ALL_ZERO.test(spanId)) return undefined
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

export const writeTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`

/** The beginning of a trace nobody started before us. */
export const newTrace = (random: Random, sampled: boolean): TraceContext => ({
  traceId: random.hex(16),
  spanId: random.hex(8),
  sampled,
})
