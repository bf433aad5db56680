import type { Span } from '../asking/answers.ts'
import { exactly } from '../words/moments.ts'
import { kindOf, type SpanKind } from './span-kind.ts'
import { type Fold, timeScale } from './time-scale.ts'

export interface Bar {
  /** Shares of the whole width. */
  readonly left: number
  readonly width: number
}

export interface Row {
  readonly span: Span
  readonly kind: SpanKind
  /** Below how many others it stands. */
  readonly depth: number
  readonly startsAfterMs: number
  readonly bar: Bar
  /** Of an event: how long after its announcement it was begun with, and where that is drawn. */
  readonly waited: { readonly ms: number; readonly bar: Bar } | undefined
}

export interface Waterfall {
  readonly rows: readonly Row[]
  readonly folds: readonly Fold[]
  readonly durationMs: number
}

/** Every span beneath the one it is within, in the order they began, with its place in time. */
export function waterfall(spans: readonly Span[]): Waterfall {
  const times = new Map(spans.map((span) => [span.spanId, stretchOf(span)]))
  const all = [...times.values()]
  const first = Math.min(...all.map(({ from }) => from))
  const last = Math.max(...all.map(({ to }) => to))
  const { at, folds } = timeScale(all)
  const barOf = ({ from, to }: { from: number; to: number }): Bar => ({
    left: at(from),
    width: at(to) - at(from),
  })
  const toRow = ({ span, depth }: Placed): Row => {
    const time = times.get(span.spanId) ?? stretchOf(span)
    const announced = span.kind === 'consumer' ? times.get(span.parentSpanId ?? '') : undefined
    const wait = announced && announced.to < time.from ? { from: announced.to, to: time.from } : undefined
    return {
      ...{ span, depth, kind: kindOf(span), startsAfterMs: time.from - first, bar: barOf(time) },
      waited: wait && { ms: wait.to - wait.from, bar: barOf(wait) },
    }
  }
  return { rows: inOrder(spans).map(toRow), folds, durationMs: spans.length > 0 ? last - first : 0 }
}

function stretchOf({ start, durationMs }: Span): { from: number; to: number } {
  const from = exactly(start)
  return { from, to: from + durationMs }
}

interface Placed {
  readonly span: Span
  readonly depth: number
}

/** The tree, read from the top. What names a parent nobody remembers stands at the left. */
function inOrder(spans: readonly Span[]): Placed[] {
  const known = new Set(spans.map(({ spanId }) => spanId))
  const parentOf = ({ parentSpanId }: Span) =>
    parentSpanId !== null && known.has(parentSpanId) ? parentSpanId : ''
  const children = Map.groupBy(
    spans.toSorted((a, b) => exactly(a.start) - exactly(b.start)),
    parentOf,
  )
  const below = (parent: string, depth: number): Placed[] =>
    (children.get(parent) ?? []).flatMap((span) => [{ span, depth }, ...below(span.spanId, depth + 1)])
  return below('', 0)
}
