import { count, oneOf } from '../runtime/setting-kinds.ts'
import { setting } from '../runtime/settings.ts'

/** How much every process tells of itself. */
export const telemetrySettings = {
  log: setting(
    'SOUK_LOG',
    'How much is logged to standard error, as JSON lines.',
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'warn',
  ),
  spansKept: setting(
    'SOUK_KEPT_SPANS',
    'How many spans of traces are remembered for `/ops/traces`, the newest; half a kilobyte each.',
    count(200_000),
    '4000',
  ),
  linesKept: setting(
    'SOUK_KEPT_LOG_LINES',
    'How many lines of the log are remembered for `/ops/logs`, the newest that tell their trace; 4 MB at most.',
    count(20_000),
    '2000',
  ),
  otlp: setting(
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'Where traces go by OTLP over HTTP; nowhere when empty.',
    String,
    '',
  ),
}
