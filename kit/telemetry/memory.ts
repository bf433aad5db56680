import type {
  EdgeTraffic,
  LogLevel,
  LogLine,
  Recalled,
  TracePart,
  TraceSpan,
} from '../contract/recollection.ts'
import { isAtLeast } from '../contract/recollection.ts'
import type { Clock } from '../runtime/clock.ts'
import { isTraced, readLine, weightOf } from './log-line.ts'
import { toTraceSpan, tracesIn } from './recall.ts'
import { ring } from './ring.ts'
import type { FinishedSpan } from './tracer.ts'
import { createTraffic, type Traffic } from './traffic.ts'

/** What a process remembers of what happened in it, in bounded memory: the newest, and nothing after it ends. */
export interface Memory {
  readonly traffic: Traffic
  keepSpan(span: FinishedSpan): void
  /** A line of the log, as JSON; it is kept if it tells its trace. */
  keepLine(line: string): void
  spansOf(traceId: string): Recalled<TraceSpan>
  /** The newest traces, the newest first. */
  recentTraces(): Recalled<TracePart>
  linesOf(wanted: { traceId?: string | undefined; level: LogLevel }): Recalled<LogLine>
  lastMinute(): Recalled<EdgeTraffic>
}

export interface MemoryParts {
  /** Names this process among those of the shop. */
  readonly process: string
  readonly clock: Clock
  /** How many spans and how many lines are kept. */
  readonly spans: number
  readonly lines: number
  /** Names of text fields operators may read in lines; numbers they always see. */
  readonly shown: ReadonlySet<string>
}

/** A span weighs about 400 bytes: all it holds are declared names and ids. What a line holds is anybody's guess. */
const MOST_LINE_BYTES = 4_000_000
const MOST_TRACES = 500

export function createMemory({ process, clock, spans, lines, shown }: MemoryParts): Memory {
  const spansKept = ring<FinishedSpan>({ most: spans })
  const linesKept = ring<LogLine>({ most: lines, mostBytes: MOST_LINE_BYTES, weigh: weightOf })
  const traffic = createTraffic(clock)
  let linesSeen = 0
  return {
    traffic,
    keepSpan: spansKept.push,
    keepLine(line) {
      if (isTraced(line))
        linesKept.push(readLine(line, `${process}-${String(++linesSeen).padStart(9, '0')}`, shown))
    },
    spansOf: (traceId) => ({
      process,
      items: spansKept
        .all()
        .filter(({ context }) => context.traceId === traceId)
        .map(toTraceSpan),
    }),
    recentTraces: () => ({ process, items: tracesIn(spansKept.all(), MOST_TRACES) }),
    linesOf: ({ traceId, level }) => ({
      process,
      items: linesKept
        .all()
        .filter((line) => (!traceId || line.traceId === traceId) && isAtLeast(line.level, level)),
    }),
    lastMinute: () => ({ process, items: traffic.lastMinute() }),
  }
}

/** For where nobody will ask. */
export const noMemory = (clock: Clock): Memory =>
  createMemory({ process: 'forgetful', clock, spans: 0, lines: 0, shown: new Set() })
