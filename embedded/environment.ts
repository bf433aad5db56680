import { type Settings, systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import type { Environment } from '@souk/kit/service'
import {
  createLog,
  createMetrics,
  createTracing,
  openTelemetryTracer,
  silentTracer,
} from '@souk/kit/telemetry'
import type { settings } from './settings.ts'

/** The real clock, randomness and telemetry, as the settings want them. */
export function environmentOf({ log, otlp }: Pick<Settings<typeof settings>, 'log' | 'otlp'>): Environment {
  // Trace ids travel anyway; spans are recorded only where somebody collects them.
  const tracing = otlp === '' ? undefined : createTracing({ otlpEndpoint: otlp })
  return {
    clock: systemClock,
    random: systemRandom,
    ids: timeOrderedIds(systemClock, systemRandom),
    log: createLog(log),
    metrics: createMetrics(),
    tracer: (service) => (tracing ? openTelemetryTracer(tracing, service) : silentTracer),
    checksAnswers: false,
  }
}
