import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { type Settings, systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import type { Environment } from '@souk/kit/service'
import {
  createLog,
  createMemory,
  createMetrics,
  type FinishedSpan,
  recordingTracers,
} from '@souk/kit/telemetry'
import type { settings } from './settings.ts'

export interface OpenEnvironment {
  readonly environment: Environment
  /** Sends the spans that have not left yet. */
  close(): Promise<void>
}

type Chosen = Pick<Settings<typeof settings>, 'log' | 'otlp' | 'spansKept' | 'linesKept'>

/** The real clock, randomness and telemetry, as the settings want them. */
export async function openEnvironment({ log, otlp, spansKept, linesKept }: Chosen): Promise<OpenEnvironment> {
  const [clock, random] = [systemClock, systemRandom]
  const ids = timeOrderedIds(clock, random)
  const memory = createMemory({
    ...{ process: ids.next('proc'), clock, shown: shownToOperators },
    spans: spansKept,
    lines: linesKept,
  })
  const collector = otlp === '' ? undefined : (await import('@souk/kit/otlp')).openOtlp(otlp)
  const keepAndSend = (span: FinishedSpan) => {
    memory.keepSpan(span)
    collector?.keep(span)
  }
  const environment = {
    ...{ clock, random, ids, memory },
    log: createLog(log, memory.keepLine),
    metrics: createMetrics(),
    tracer: recordingTracers({ clock, random, keep: collector ? keepAndSend : memory.keepSpan }),
    checksAnswers: false,
  }
  return { environment, close: async () => await collector?.close() }
}
