import { join } from 'node:path'
import fastify from 'fastify'
import { openBook } from './book.ts'
import { openCounter } from './counter.ts'
import { openFaults } from './faults.ts'
import { pageRoutes } from './pages.ts'
import { postlineRoutes } from './postline.ts'
import { swiftRoutes } from './swift.ts'
import { startWebhooks } from './webhooks.ts'

export interface CarriersOptions {
  /** The folder of `carriers.db`. */
  readonly folder: string
  /** 0 or nothing: any free one. Always on loopback. */
  readonly port?: number
  readonly apiKey?: string | undefined
  readonly webhookSecret?: string | undefined
  /** Where swift tells of scans; until it is known they wait in the book. */
  readonly webhookUrl?: string | undefined
  /** Where people see labels and where parcels are; by default the server itself. */
  readonly publicUrl?: string | undefined
  /** Milliseconds. */
  readonly times?: { readonly slow: number; readonly retry: number }
}

export interface Shop {
  readonly book: ReturnType<typeof openBook>
  readonly counter: ReturnType<typeof openCounter>
  readonly faults: ReturnType<typeof openFaults>
  readonly apiKey: string
  readonly publicUrl: () => string
}

type Addresses = Pick<CarriersOptions, 'webhookUrl' | 'publicUrl'>

/** Starts both carriers on loopback: `/swift` and `/postline`, with one book. */
export async function startCarriers(options: CarriersOptions) {
  const times = options.times ?? { slow: 3_000, retry: 1_000 }
  const book = openBook(join(options.folder, 'carriers.db'))
  const webhooks = startWebhooks(book, {
    secret: options.webhookSecret ?? 'carriers',
    retryBase: times.retry,
  })
  let publicUrl = ''
  const counter = openCounter(book, ({ carrier, seq, label, status, at }) => {
    if (carrier !== 'swift') return
    const { id: labelId, trackingNumber } = label
    const data = { labelId, trackingNumber, status, at: new Date(at).toISOString() }
    book.deliveries.add(`swift-scan-${seq}`, JSON.stringify({ type: 'parcel.scanned', data }), Date.now())
    webhooks.pump()
  })
  const shop: Shop = {
    ...{ book, counter, faults: openFaults(times.slow) },
    apiKey: options.apiKey ?? 'carriers-key',
    publicUrl: () => publicUrl,
  }
  const app = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true })
  app.register(async (scope) => swiftRoutes(scope, shop), { prefix: '/swift' })
  app.register(async (scope) => postlineRoutes(scope, shop), { prefix: '/postline' })
  app.register(async (scope) => pageRoutes(scope, shop))
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  function setAddresses(addresses: Addresses) {
    if (addresses.publicUrl) publicUrl = addresses.publicUrl
    if (addresses.webhookUrl) webhooks.setAddress(addresses.webhookUrl)
  }
  setAddresses({ publicUrl: options.publicUrl ?? url, webhookUrl: options.webhookUrl })
  return {
    url,
    port: Number(new URL(url).port),
    setAddresses,
    async close() {
      webhooks.stop()
      await app.close()
      book.close()
    },
  }
}
