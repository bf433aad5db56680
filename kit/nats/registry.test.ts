import { describe } from 'vitest'
import { type RegistryPlace, registrySuite } from '../discovery/registry.suite.ts'
import { silentLog } from '../telemetry/log.ts'
import { natsIsHere, startNats } from '../testing/nats.ts'
import { addressOf, prepared } from './fixtures/broker.ts'
import { keyValueRegistry } from './key-value-registry.ts'
import { openLink } from './link.ts'

async function place(): Promise<RegistryPlace> {
  const nats = await startNats()
  const broker = await prepared(nats, [])
  const open: (() => Promise<unknown>)[] = []
  return {
    async join() {
      const link = openLink(addressOf(nats), silentLog)
      const registry = keyValueRegistry(link, silentLog)
      open.push(
        () => link.close(),
        () => registry.close(),
      )
      return { registry, die: () => link.close() }
    },
    async close() {
      for (const end of open.splice(0).reverse()) await end()
      await broker.stop()
      await nats.stop()
    },
  }
}

describe.runIf(natsIsHere())('a broker', () => registrySuite('in NATS', place))
