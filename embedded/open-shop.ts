import { auditShop } from '@souk/contracts/auditor'
import type { ServiceState } from '@souk/contracts/ops'
import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { type Gateway, type GatewayParts, openGateway } from '@souk/gateway'
import type { DatabaseAddress } from '@souk/kit/database'
import { inProcessTransport, type Transport } from '@souk/kit/messaging'
import { seconds } from '@souk/kit/runtime'
import {
  type Dispatch,
  type Environment,
  inProcessDispatch,
  openService,
  type RunningService,
  type ServiceDefinition,
} from '@souk/kit/service'

export interface OpenShop {
  readonly dispatch: Dispatch
  readonly gateway: Gateway['app']
  /** Takes no new requests, finishes those under way (for a while), then stops every service. */
  close(): Promise<void>
}

export interface ShopParts {
  readonly environment: Environment
  readonly services: readonly ServiceDefinition[]
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  readonly version: string
  /** Carries events; straight from service to service unless told otherwise. */
  readonly transport?: Transport
  /** Answers what the auditor is asked. */
  readonly auditor: Dispatch
  readonly gateway: Pick<
    GatewayParts,
    'isRateLimited' | 'isSecure' | 'web' | 'isOpenOnLoopback' | 'readsSampled' | 'neighbours' | 'graphql'
  > & {
    pages?: (app: OpenShop['gateway'], services: () => Promise<ServiceState[]>) => void
  }
}

const CONNECTIONS_PER_SERVICE = 10
/** Longer than any request takes that is not stuck, shorter than the half minute supervisors wait before they kill. */
const ANSWERED_WITHIN_MS = seconds(15)

/** Every service and the gateway in this one process, joined by direct calls and the in-process transport. */
export async function openShop({
  environment,
  services,
  databases,
  version,
  auditor,
  gateway,
  transport = inProcessTransport(services),
}: ShopParts): Promise<OpenShop> {
  const { dispatch, add } = inProcessDispatch()
  add(auditShop.service, auditor)
  const running = await Promise.all(
    services.map(async (definition) => {
      const database = databases.get(definition.name)
      if (!database) throw new Error(`${definition.name} has no database`)
      const parts = {
        environment,
        database,
        transport,
        dispatch,
        connections: CONNECTIONS_PER_SERVICE,
        isAlone: true,
        shownToOperators,
      }
      const one = await openService(definition, parts)
      add(definition.name, one.answer)
      return one
    }),
  )
  const states = () => Promise.all(running.map((one) => stateOf(one, version)))
  const { app, drain } = openGateway({
    ...gateway,
    pages: (app) => gateway.pages?.(app, states),
    environment,
    dispatch,
    serviceNames: services.map(({ name }) => name),
    services: states,
    isReady: async () => (await Promise.all(running.map((one) => one.isReady()))).every(Boolean),
  })
  return {
    dispatch,
    gateway: app,
    async close() {
      await drain(ANSWERED_WITHIN_MS)
      await Promise.all(running.map((one) => one.stop()))
    },
  }
}

async function stateOf(service: RunningService, version: string): Promise<ServiceState> {
  const { name } = service
  const lag = await service.eventLag().catch(() => undefined)
  const health = lag === undefined ? 'unavailable' : 'ok'
  return {
    name,
    version,
    health,
    eventLag: lag ?? 0,
    instances: [{ id: service.instance, address: 'in-process', version, health }],
  }
}
