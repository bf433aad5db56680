import { destination, type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>

const SECRET_FIELDS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'paymentToken',
  'authorization',
  'cookie',
]

/** JSON lines on standard error. Fields that hold secrets are cut wherever they appear. */
export function createLog(level: string): Log {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`])
  return pino(
    { level, base: null, redact: { paths, censor: '[cut]' } },
    destination({ dest: 2, sync: false }),
  )
}

export const silentLog: Log = pino({ level: 'silent' })
