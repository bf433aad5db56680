import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type SandboxOptions, standardApiKey, startSandbox } from './start.ts'

/** Waits short enough for tests; the real ones are seconds. */
const shortTimes = { slow: 150, webhookOnly: 60, transfer: 60, hold: 200, retry: 20 }

async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A running sandbox over real sockets, with a client for it; gone when the test is. */
export async function sandbox(options: Partial<SandboxOptions> = {}) {
  const folder = options.folder ?? (await scratchFolder())
  const running = await startSandbox({ times: shortTimes, ...options, folder })
  let open = true
  const close = async () => {
    if (open) await running.close()
    open = false
  }
  onTestFinished(close)
  return { ...clientOf(running.url), url: running.url, setAddresses: running.setAddresses, folder, close }
}

export type Json = Record<string, unknown> & { id: string; items: Json[]; error?: { code: string } }
type Answered = { status: number; headers: Headers; body: Json }

export function clientOf(url: string) {
  const authorization = `Bearer ${standardApiKey}`

  async function ask(path: string, init: RequestInit = {}): Promise<Answered> {
    const response = await fetch(url + path, { ...init, headers: { authorization, ...init.headers } })
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
  }

  const post = (path: string, { key, body }: { key: string; body?: object }) =>
    ask(path, {
      method: 'POST',
      headers: { 'idempotency-key': key, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })

  /** Pays 1999 EUR cents with a token, or without one when it is empty. */
  const pay = (token: string, more: { key?: string } & Record<string, unknown> = {}) => {
    const { key = `key-${token}`, ...fields } = more
    return post('/v1/payments', { key, body: { ...purchase, ...(token && { token }), ...fields } })
  }

  const put = (path: string, body: object) =>
    ask(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  /** Scripts what goes wrong with the next operations, as `authorize slow`. */
  const script = (...steps: string[]) =>
    put('/faults/script', {
      steps: steps.map((step) => {
        const [operation, fault] = step.split(' ')
        return { operation, fault }
      }),
    })

  const ledger = async () => (await ask('/v1/ledger?limit=100')).body.items
  const rows = async () => (await ledger()).map(({ kind, status, amount }) => `${kind} ${status} ${amount}`)
  return { ask, post, put, script, pay, ledger, rows }
}

export const purchase = {
  amount: 1999,
  currency: 'EUR',
  reference: 'pay_1',
  orderId: 'ord_1',
  method: 'card',
  capture: true,
}

export type Heard = { headers: http.IncomingHttpHeaders; raw: string; type: string; data: Json }

/** Somebody who receives webhooks; answers the given statuses in turn, and then 204. */
export async function receiver(statuses: number[] = []) {
  const heard: Heard[] = []
  const server = http.createServer(async (request, response) => {
    const raw = (await request.toArray()).join('')
    const { type, data } = JSON.parse(raw)
    heard.push({ headers: request.headers, raw, type, data })
    response.writeHead(statuses.shift() ?? 204).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, url: `http://127.0.0.1:${address.port}/webhooks/sandbox` }
}
