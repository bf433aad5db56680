import { handClock, seededRandom } from '@souk/kit/runtime'
import type { Dispatch } from '@souk/kit/service'
import { createMetrics, noMemory, silentLog, silentTracer } from '@souk/kit/telemetry'
import { type Gateway, type GatewayParts, openGateway } from './open-gateway.ts'

/** A gateway that listens, before services that answer as the test says. */
export async function openTestGateway(
  dispatch: Dispatch,
  more: Partial<GatewayParts> = {},
  clock = handClock(),
): Promise<Gateway & { url: string }> {
  const random = seededRandom(1)
  const gateway = openGateway({
    environment: {
      clock,
      random,
      ids: { next: (prefix) => prefix },
      log: silentLog,
      memory: noMemory(clock),
      metrics: createMetrics(),
      tracer: () => silentTracer,
      checksAnswers: true,
    },
    dispatch,
    isReady: async () => true,
    serviceNames: [],
    services: async () => [],
    isRateLimited: false,
    isSecure: false,
    isOpenOnLoopback: true,
    readsSampled: 0,
    graphql: { isExplorable: true },
    ...more,
  })
  return { ...gateway, url: await gateway.app.listen({ port: 0, host: '127.0.0.1' }) }
}
