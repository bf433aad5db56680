import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneDatabase, testCluster } from '@souk/kit/testing'
import { shop } from '../embedded/services.ts'
import { startCarriers, startMailbox, startSandbox } from '../simulators/main.ts'
import { SECRETS } from './opened-shop.ts'
import { openStranger } from './stranger.ts'

/** What a shop under test stands on, in one process or many: databases of its own, the simulators, a folder. */
export async function openOutside() {
  const folder = await mkdtemp(join(tmpdir(), 'souk-e2e-'))
  const { sandboxKey: apiKey, webhookSecret } = SECRETS
  let shopAddresses = {}
  const provider = await openStranger((before?: { port: number }) =>
    startSandbox({ folder, apiKey, webhookSecret, port: before?.port ?? 0, ...shopAddresses }),
  )
  const mailServer = await openStranger((before?: { smtpPort: number; httpPort: number }) =>
    startMailbox({ folder, smtpPort: before?.smtpPort ?? 0, httpPort: before?.httpPort ?? 0 }),
  )
  const carriers = await startCarriers({
    ...{ folder, apiKey: SECRETS.carriersKey, webhookSecret: SECRETS.carriersWebhookSecret },
    times: { slow: 3_000, retry: 100 },
  })
  const [sandbox, mailbox] = [provider.first, mailServer.first]
  const services = shop({
    images: { kind: 'folder', folder: join(folder, 'images') },
    sandboxUrl: sandbox.url,
    carriersUrl: carriers.url,
    smtpPort: mailbox.smtpPort,
    publicUrl: 'http://shop.example',
    secrets: SECRETS,
    limitsAttempts: false,
  })
  const cloned = await Promise.all(
    services.map(async (one) => [one.name, await cloneDatabase(testCluster(), one)] as const),
  )
  return {
    ...{ folder, sandbox, carriers, mailbox, services },
    strangers: { provider, mailbox: mailServer },
    databases: new Map(cloned.map(([name, { address }]) => [name, address])),
    /** The same for whoever only reads them. */
    readers: new Map(cloned.map(([name, { reader }]) => [name, reader])),
    /** Tells the provider where the shop is. */
    meet(url: string) {
      shopAddresses = { webhookUrl: `${url}/webhooks/sandbox`, publicUrl: `${url}/sandbox` }
      sandbox.setAddresses(shopAddresses)
      carriers.setAddresses({ webhookUrl: `${url}/webhooks/carriers/swift`, publicUrl: `${url}/carriers` })
    },
    async close() {
      await Promise.all([provider.stop(), carriers.close(), mailServer.stop()])
      await Promise.all(cloned.map(([, database]) => database.drop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
