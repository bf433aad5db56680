import type { Call } from '@souk/kit/contract'
import type { DatabaseAddress } from '@souk/kit/database'
import type { Transport } from '@souk/kit/messaging'
import { openEnvironment } from '@souk/kit/process'
import { minutes } from '@souk/kit/runtime'
import { type Caller, inProcessDispatch, openService, type ServiceDefinition } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'

export const { environment } = await openEnvironment({
  log: 'error',
  otlp: '',
  spansKept: 4_000,
  linesKept: 2_000,
  shown: new Set(),
})
const { clock, random } = environment
const neighbour: Caller = { kind: 'service', name: 'bench' }
const clerk: Caller = { kind: 'staff', id: 'stf_bench', scopes: ['admin'] }

interface Place {
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  readonly transport: Transport
}

/** One service without a shop around it, to be asked through its front door. */
export async function openAlone(definition: ServiceDefinition, { databases, transport }: Place) {
  const database = databases.get(definition.name)
  if (!database) throw new Error(`${definition.name} has no database`)
  const { dispatch } = inProcessDispatch()
  const running = await openService(definition, { environment, database, transport, dispatch })
  const ask = (contract: Call, input: Record<string, unknown>) =>
    running.answer(contract, input, {
      caller: contract.access === 'internal' ? neighbour : clerk,
      trace: newTrace(random, false),
      deadline: clock.now() + minutes(1),
    })
  return { ask, stop: running.stop }
}

export type Opened = Awaited<ReturnType<typeof openAlone>>
