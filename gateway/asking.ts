import type { Call, Reply } from '@souk/kit/contract'
import type { Caller } from '@souk/kit/service'

/** What fields work in: whoever asks, with the calls they may make. One for each request. */
export interface Asking {
  readonly caller: Caller
  /** Asks once: fields that want the same share the answer. */
  read(contract: Call, input: Record<string, unknown>): Promise<Answered>
  /** Asks for a change, under the key the field names or else the request's own. */
  change(contract: Call, input: Record<string, unknown>, by: ByKey): Promise<Reply>
}

export interface ByKey {
  /** The field as the answer names it: several of one request have a key each. */
  readonly alias: string
  readonly key?: string | undefined
}

/** What was answered, and as which bytes where it is a finished page. */
export type Answered = { ok: true; body: unknown; page?: Buffer } | Extract<Reply, { ok: false }>
