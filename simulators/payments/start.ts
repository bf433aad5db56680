import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { openBook } from './book.ts'
import type { Delays } from './decide.ts'
import { openFaults } from './faults.ts'
import { webhookMishaps } from './mishaps.ts'
import { sandboxServer } from './server.ts'
import { startSettlement } from './settlement.ts'
import { startWebhooks } from './webhooks.ts'

export type Addresses = {
  /** Where webhooks are sent. Until it is known they wait in the book. */
  readonly webhookUrl?: string | undefined
  /** Where a browser reaches the hosted pages, such as `http://localhost:8080/sandbox`. By default the server itself. */
  readonly publicUrl?: string | undefined
}

export type SandboxOptions = Addresses & {
  /** The folder of `payments.db`. */
  readonly folder: string
  /** 0 or nothing: any free one. Always on loopback. */
  readonly port?: number
  readonly apiKey?: string | undefined
  readonly webhookSecret?: string | undefined
  /** Milliseconds; see `standardTimes`. */
  readonly times?: Partial<Times>
}

type Times = Delays & {
  /** How long `tok_timeout_after_charge` holds its connection open. */
  readonly hold: number
  /** The wait after the first failed delivery of a webhook; it doubles each time. */
  readonly retry: number
}

export type Sandbox = {
  readonly port: number
  readonly url: string
  setAddresses(addresses: Addresses): void
  close(): Promise<void>
}

export const standardApiKey = 'sandbox-api-key'
const standardWebhookSecret = 'whsec_c291ay1zYW5kYm94LXdlYmhvb2stc2VjcmV0'
const standardTimes: Times = { slow: 3000, webhookOnly: 500, transfer: 2000, hold: 60_000, retry: 1000 }

/** Starts the sandbox payment provider on loopback. `close` answers what is under way and keeps the rest for the next start. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const times = { ...standardTimes, ...options.times }
  const book = openBook(join(options.folder, 'payments.db'))
  const changes = new EventEmitter().setMaxListeners(0)
  const secret = options.webhookSecret ?? standardWebhookSecret
  const faults = openFaults()
  const mishaps = webhookMishaps(faults)
  const webhooks = startWebhooks({ book, faults, mishaps }, { secret, retryBase: times.retry })
  let publicUrl = ''
  const changed = (paymentId: string) => {
    changes.emit(paymentId)
    settlement.arm()
    webhooks.pump()
  }
  const nextChange = async (paymentId: string) => void (await once(changes, paymentId))
  const room = { book, delays: times, faults, mishaps, publicUrl: () => publicUrl, changed, nextChange }
  const settlement = startSettlement(room)
  const server = sandboxServer(room, { apiKey: options.apiKey ?? standardApiKey, holdFor: times.hold })

  function setAddresses(addresses: Addresses) {
    if (addresses.publicUrl) publicUrl = new URL(addresses.publicUrl).href.replace(/\/$/, '')
    if (addresses.webhookUrl) webhooks.setAddress(new URL(addresses.webhookUrl).href)
  }

  const url = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  setAddresses({ publicUrl: options.publicUrl ?? url, webhookUrl: options.webhookUrl })
  settlement.arm()
  return {
    url,
    port: Number(new URL(url).port),
    setAddresses,
    close: async () => {
      await server.close()
      settlement.stop()
      await webhooks.stop()
      book.close()
    },
  }
}
