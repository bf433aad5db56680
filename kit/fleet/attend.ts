import type { Call } from '../contract/call.ts'
import { serveService } from '../http/serve-service.ts'
import { whenAsked } from '../process/hear-stop.ts'
import { putAwayOnceSettled } from '../process/put-away.ts'
import { seconds } from '../runtime/clock.ts'
import type { Settings } from '../runtime/settings.ts'
import type { RunningService } from '../service/open-service.ts'
import type { Member } from './open-member.ts'
import type { memberSettings } from './settings.ts'

/** Within the half minute that supervisors wait before they kill. */
const DRAINED_WITHIN_MS = seconds(20)

/** What answers in this process under one name. */
export interface Attending extends Pick<RunningService, 'name' | 'instance' | 'answer' | 'isReady'> {
  readonly answers: readonly { readonly contract: Call }[]
}

interface Among {
  readonly member: Member
  readonly chosen: Settings<typeof memberSettings>
  /** Aborted when somebody wants the process to end. */
  readonly asked: AbortSignal
}

/** Answers where the others find it until it is asked to stop; then it leaves the registry and finishes what is under way. */
export async function attend(served: Attending, { member, chosen, asked }: Among): Promise<void> {
  const { environment, registry } = member
  const { app, drain } = serveService(served, served, { environment, keys: chosen.keys })
  const address = await app.listen({ host: chosen.host, port: chosen.port })
  const { name: service, instance: id } = served
  const leave = await registry.register({ id, service, address, version: chosen.version })
  process.send?.({ ready: true, address })
  const callOff = putAwayOnceSettled()
  await whenAsked(asked).catch(() => {})
  callOff()
  await leave()
  await drain(DRAINED_WITHIN_MS)
}
