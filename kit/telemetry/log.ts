import { destination, type Level, levels, multistream, pino } from 'pino'
import type { TraceContext } from './trace-context.ts'

type Write = (fields: object, message: string) => void

export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
  child(fields: object): Log
}

const SECRET_FIELDS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'paymentToken',
  'authorization',
  'cookie',
]

/** From this level on lines are remembered, however little is written. */
const REMEMBERED: Level = 'info'

/**
 * JSON lines on standard error from `level` up, each to `remember` as well. Fields that hold secrets are cut wherever
 * they appear.
 */
export function createLog(level: string, remember: (line: string) => void = () => {}): Log {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`])
  const written = severityOf(level)
  const streams = multistream([
    { level: REMEMBERED, stream: { write: remember } },
    ...(level === 'silent' ? [] : [{ level: level as Level, stream: destination({ dest: 2, sync: false }) }]),
  ])
  const least = written < severityOf(REMEMBERED) ? level : REMEMBERED
  return pino({ level: least, base: null, redact: { paths, censor: '[cut]' } }, streams)
}

export const silentLog: Log = pino({ level: 'silent' })

const severityOf = (level: string): number => levels.values[level] ?? Number.POSITIVE_INFINITY

/** The same log under a trace: each line tells which. Made for every room, so it costs one small object. */
export const logUnder = (log: Log, trace: TraceContext): Log => new TracedLog(log, trace)

class TracedLog implements Log {
  private readonly log: Log
  private readonly trace: TraceContext

  constructor(log: Log, trace: TraceContext) {
    this.log = log
    this.trace = trace
  }

  debug(fields: object, message: string): void {
    this.log.debug(this.traced(fields), message)
  }

  info(fields: object, message: string): void {
    this.log.info(this.traced(fields), message)
  }

  warn(fields: object, message: string): void {
    this.log.warn(this.traced(fields), message)
  }

  error(fields: object, message: string): void {
    this.log.error(this.traced(fields), message)
  }

  child(fields: object): Log {
    return new TracedLog(this.log.child(fields), this.trace)
  }

  private traced(fields: object): object {
    return { traceId: this.trace.traceId, spanId: this.trace.spanId, ...fields }
  }
}
