import { type SpanKind, spanKinds } from './span-kind.ts'
import type { Row } from './waterfall.ts'

export interface Sum {
  readonly kind: SpanKind
  readonly spans: number
  /** All of them together; those at once count each. */
  readonly ms: number
}

/** What a trace spent on each kind of thing there was in it. Calls and steps are left out: the others happen within them. */
export const sumsOf = (rows: readonly Row[]): Sum[] =>
  spanKinds
    .filter((kind) => kind !== 'call' && kind !== 'step')
    .map((kind) => {
      const those = rows.filter((row) => row.kind === kind && row.span.kind !== 'producer')
      return { kind, spans: those.length, ms: those.reduce((sum, { span }) => sum + span.durationMs, 0) }
    })
    .filter(({ spans }) => spans > 0)

export const statementsIn = (rows: readonly Row[]): number =>
  rows.reduce((sum, { span }) => sum + Number(span.attributes['db.statements'] ?? 0), 0)
