import type { Readable } from 'node:stream'
import { Agent, type Dispatcher } from 'undici'
import { seconds } from '../runtime/clock.ts'
import { chosenHeaders, readAnswer, type Told } from './read-answer.ts'
import type { WrittenCall } from './write-call.ts'

const CONNECT_WITHIN_MS = seconds(1)
const MOST_ANSWER_BYTES = 64 * 1_024 * 1_024

/** Before a single byte of the call has left. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])

export interface Parcel extends WrittenCall {
  readonly origin: string
  readonly upload?: Readable | undefined
  /** The answer, where it is one, is handed on as a stream. */
  readonly isStream: boolean
  readonly withinMs: number
}

/** What became of a call: an answer, or that nobody could be reached, or that whoever was did not answer. */
export type Delivery = Told | { readonly is: 'unreachable' | 'no-answer'; readonly detail: string }

export interface Sender {
  send(parcel: Parcel): Promise<Delivery>
  close(): Promise<void>
}

/**
 * The connections of one process to all others, kept open and used again. Streams have their own: one lasts as long
 * as somebody watches an order, and must not take a connection from calls.
 */
export function openSender({ connectionsPerOrigin }: { connectionsPerOrigin: number }): Sender {
  // Each call has its own time, which also counts waiting for a connection.
  const options = {
    connect: { timeout: CONNECT_WITHIN_MS },
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  }
  const calls = new Agent({
    ...options,
    connections: connectionsPerOrigin,
    maxResponseSize: MOST_ANSWER_BYTES,
  })
  const streams = new Agent(options)
  return {
    send: (parcel) => deliver(parcel, parcel.isStream ? streams : calls),
    async close() {
      await Promise.all([calls.destroy(), streams.destroy()])
    },
  }
}

async function deliver({ upload, ...parcel }: Parcel, agent: Dispatcher): Promise<Delivery> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), parcel.withinMs)
  try {
    const { origin, path, method, headers, body } = parcel
    // Handed over in parts, as a URL would be tidied up: `..` in a path is somebody's id and no way upwards.
    const request = { origin, path, method, headers, body: upload ?? body ?? null, signal: late.signal }
    const { statusCode: status, headers: told, body: stream } = await agent.request(request)
    if (parcel.isStream && status < 300)
      return { is: 'reply', reply: { ok: true, status, body: stream, ...chosenHeaders(told) } }
    return readAnswer({ status, headers: told, bytes: Buffer.from(await stream.arrayBuffer()) })
  } catch (fault) {
    return undelivered(fault, late.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
}

function undelivered(fault: unknown, isLate: boolean): Delivery {
  const { code, name } = fault as { code?: string; name?: string }
  if (isLate) return { is: 'no-answer', detail: 'it did not answer in time' }
  if (NEVER_SENT.has(code ?? '')) return { is: 'unreachable', detail: `it cannot be reached (${code})` }
  return { is: 'no-answer', detail: `the connection broke (${code ?? name})` }
}
