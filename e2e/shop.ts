import type { DatabaseAddress } from '@souk/kit/database'
import type { FaultyTransport, TransportFaults } from '@souk/kit/messaging'
import type { Session } from './answers.ts'
import { type Client, client } from './client.ts'
import { ADMIN_PASSWORD, type OpenedShop } from './opened-shop.ts'

export interface Shop extends OpenedShop {
  /** Somebody with a browser: a guest until signed in. */
  guest(): Client
  admin(): Promise<Client>
  /** Where a service keeps what it knows: for journeys that break something. */
  databaseOf(service: string): DatabaseAddress
}

/** The shop of one process, whose transport a journey can meddle with. */
export interface EmbeddedShop extends Shop {
  readonly transport: FaultyTransport
}

const SHARED = Symbol.for('souk.shop of this worker')
const ofThisWorker = globalThis as { [SHARED]?: Promise<Shop> }

/**
 * In one process or as a fleet, as `SOUK_TOPOLOGY` says: a journey is the same in both. All journeys of a worker that
 * leave the shop as it was share one, as opening it takes longer than most of them; it ends with the worker.
 */
export async function openTestShop(): Promise<Shop> {
  ofThisWorker[SHARED] ??= openOwnShop()
  const shop = await ofThisWorker[SHARED]
  return { ...shop, close: async () => complain(shop) }
}

/** For a journey that counts all there is, or changes what holds for everybody. */
export async function openOwnShop(): Promise<Shop> {
  if (process.env.SOUK_TOPOLOGY !== 'fleet') return await openEmbeddedShop()
  const { openFleetShop } = await import('./fleet/fleet-shop.ts')
  return asShop(await openFleetShop())
}

/** As it is, or with events on a bad day. */
export async function openEmbeddedShop(faults: TransportFaults = { seed: 0 }): Promise<EmbeddedShop> {
  const { openInProcess } = await import('./embedded-shop.ts')
  const opened = await openInProcess(faults)
  return { ...asShop(opened), transport: opened.transport }
}

export const asShop = (opened: OpenedShop): Shop => ({
  ...opened,
  async close() {
    await opened.close()
    complain(opened)
  },
  guest: () => client(opened.url),
  async admin() {
    const { body } = await client(opened.url).post<Session>('/admin/v1/auth/login', {
      email: 'admin@example.com',
      password: ADMIN_PASSWORD,
    })
    return client(opened.url, body.accessToken)
  },
  databaseOf(service) {
    const address = opened.databases.get(service)
    if (!address) throw new Error(`there is no service ${service}`)
    return address
  },
})

function complain({ complaints }: OpenedShop) {
  const all = complaints?.() ?? []
  if (all.length > 0) throw new Error(all.join('; '))
}
