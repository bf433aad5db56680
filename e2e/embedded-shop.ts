import { shownToOperators } from '@souk/contracts/shown-to-operators'
import {
  type FaultyTransport,
  faultyTransport,
  inProcessTransport,
  type TransportFaults,
} from '@souk/kit/messaging'
import { systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import { createLog, createMemory, createMetrics, recordingTracers } from '@souk/kit/telemetry'
import { registerAdmin } from '../embedded/admin.ts'
import { auditorWhenAsked } from '../embedded/auditor-when-asked.ts'
import { openShop } from '../embedded/open-shop.ts'
import { openWeb } from '../embedded/web.ts'
import { keysMissing } from './keys-missing.ts'
import { ADMIN_PASSWORD, type OpenedShop } from './opened-shop.ts'
import { openOutside } from './outside.ts'

function environmentOfTests() {
  const [clock, random] = [systemClock, systemRandom]
  const memory = createMemory({ process: 'e2e', clock, spans: 4_000, lines: 2_000, shown: shownToOperators })
  return {
    ...{ clock, random, memory },
    ids: timeOrderedIds(clock, random),
    log: createLog(process.env.SOUK_LOG ?? 'fatal', memory.keepLine),
    metrics: createMetrics(),
    tracer: recordingTracers({ clock, random, keep: memory.keepSpan }),
    checksAnswers: true,
  }
}

/** The whole shop in this process, as `npm start` opens it. */
export async function openInProcess(
  faults: TransportFaults,
): Promise<OpenedShop & { transport: FaultyTransport }> {
  const outside = await openOutside()
  const { services, databases, readers, sandbox, carriers, mailbox } = outside
  const environment = environmentOfTests()
  const transport = faultyTransport(inProcessTransport(services), faults)
  const opened = await openShop({
    ...{ environment, services, databases, transport },
    version: 'test',
    auditor: auditorWhenAsked({
      services,
      environment,
      databases: readers,
      sandboxUrl: sandbox.url,
      carriersUrl: carriers.url,
    }),
    gateway: {
      web: await openWeb(),
      isRateLimited: false,
      isSecure: false,
      isOpenOnLoopback: true,
      readsSampled: 1,
      graphql: { isExplorable: true },
      neighbours: [
        { prefix: '/sandbox', upstream: sandbox.url },
        { prefix: '/carriers', upstream: carriers.url },
        { prefix: '/mailbox', upstream: mailbox.url },
      ],
    },
  })
  const url = await opened.gateway.listen({ port: 0, host: '127.0.0.1' })
  outside.meet(url)
  await registerAdmin(opened.dispatch, { environment, chosen: ADMIN_PASSWORD })
  return {
    ...{ url, mailboxUrl: mailbox.url, databases, transport },
    complaints: () =>
      keysMissing(
        environment.memory,
        services.map(({ name }) => name),
      ),
    async close() {
      await opened.close()
      await outside.close()
    },
  }
}
