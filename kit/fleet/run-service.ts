import { faultyTransport } from '../messaging/faulty-transport.ts'
import type { Transport } from '../messaging/transport.ts'
import { jetStreamTransport } from '../nats/jetstream-transport.ts'
import { hearStop } from '../process/hear-stop.ts'
import { armCrashPoints } from '../runtime/crash-point.ts'
import { readSettings, type Setting, type Settings } from '../runtime/settings.ts'
import type { ServiceDefinition } from '../service/definition.ts'
import { openService } from '../service/open-service.ts'
import { untilPrepared } from '../service/until-prepared.ts'
import { attend } from './attend.ts'
import { openMember } from './open-member.ts'
import { runProgram } from './run-program.ts'
import { serviceSettings } from './settings.ts'

export interface Program<Own extends Record<string, Setting<unknown>>> {
  /** What this service is told beside what each is. */
  readonly settings: Own
  readonly compose: (chosen: Settings<Own>) => ServiceDefinition
  /** Names of text fields that operators may read. */
  readonly shown: ReadonlySet<string>
}

type Chosen = Settings<typeof serviceSettings>

/**
 * A service alone in its process, until it is asked to stop; then it leaves the registry, finishes what is under way and
 * exits. It waits for its database; the broker and the services it asks need not be there. What else keeps it from
 * starting is one sentence on standard error and exit code 1.
 */
export async function runService<Own extends Record<string, Setting<unknown>>>(
  program: Program<Own>,
): Promise<never> {
  return await runProgram(async () => {
    const chosen = readSettings({ ...serviceSettings, ...program.settings }, process.env)
    armPoints(chosen as Chosen)
    const definition = program.compose(chosen as Settings<Own>)
    await serve(definition, chosen as Chosen, program.shown)
  })
}

async function serve(definition: ServiceDefinition, chosen: Chosen, shown: ReadonlySet<string>) {
  const asked = hearStop()
  process.title = `souk:${definition.name}`
  const member = await openMember({ chosen, shown })
  const { environment, dispatch, link } = member
  const log = environment.log.child({ service: definition.name })
  if (!(await untilPrepared(chosen.database, { log, asked }))) return await member.close()
  const events = jetStreamTransport({ link, log: environment.log, metrics: environment.metrics })
  const running = await openService(definition, {
    ...{ environment, dispatch, database: chosen.database, shownToOperators: shown },
    transport: withFaults(events, chosen),
  })
  await attend({ ...running, answers: definition.answers }, { member, chosen, asked })
  await running.stop()
  await events.close()
  await member.close()
}

/** Before anything is composed: what stands around strangers is put there when they are made. */
function armPoints({ crashAt: at, crashOnce: once, crashRecord: record }: Chosen): void {
  armCrashPoints({ at, once, record, isProduction: process.env.NODE_ENV === 'production' })
}

function withFaults(transport: Transport, { transportFaults }: Chosen): Transport {
  if (!transportFaults) return transport
  const faulty = faultyTransport(transport, transportFaults)
  process.once('SIGUSR2', faulty.heal)
  return faulty
}
