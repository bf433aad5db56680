import { LogLevel, type LogLine } from '../contract/recollection.ts'
import { toTimestamp } from '../runtime/clock.ts'
import { veiledFault, veiledFields } from './veil.ts'

const MOST_STACK = 4_000
const MOST_MESSAGE = 1_000
/** As JSON; more than that is left out. */
const MOST_FIELDS = 4_000

interface Written {
  level: number
  time: number
  msg?: string
  service?: string
  traceId: string
  spanId?: string
  err?: { type?: string; message?: string; stack?: string }
  [field: string]: unknown
}

/** Whether a line written tells its trace; looked at before it is worth reading. */
export const isTraced = (written: string): boolean => written.includes('"traceId":"')

/** A line as it was written, as operators may see it: without anybody's secrets and not too long. */
export function readLine(written: string, id: string, shown: ReadonlySet<string>): LogLine {
  const {
    level,
    time,
    msg = '',
    service = null,
    traceId,
    spanId = null,
    err,
    ...rest
  } = JSON.parse(written) as Written
  const fields = veiledFields(rest, shown)
  return {
    id,
    at: toTimestamp(time),
    level: LogLevel.options[Math.floor(level / 10) - 2] ?? 'fatal',
    service,
    message: msg.slice(0, MOST_MESSAGE),
    traceId,
    spanId,
    fault: err ? faultOf(err) : null,
    fields: JSON.stringify(fields).length > MOST_FIELDS ? {} : fields,
  }
}

const faultOf = ({ type = 'Error', message = '', stack = '' }: NonNullable<Written['err']>) => ({
  type,
  message: veiledUpTo(MOST_MESSAGE, message),
  stack: veiledUpTo(MOST_STACK, stack),
})

/** Looks at twice as much, so that what is cut in the middle was recognised before. */
const veiledUpTo = (most: number, text: string): string => veiledFault(text.slice(0, 2 * most)).slice(0, most)

/** Bytes, about. */
export const weightOf = ({ message, fault, fields }: LogLine): number =>
  400 +
  message.length +
  (fault ? fault.message.length + fault.stack.length : 0) +
  2 * JSON.stringify(fields).length
