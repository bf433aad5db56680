import type { AnswerOf, Call, CallSpec, RefusalCode } from './call.ts'
import { type CommonRefusalCode, isRefusal, type Refusal } from './refusal.ts'

/** An answer whose status the feature chose, or whose bytes are already made. */
export interface Answer<Status extends number = number, Body = unknown> {
  readonly answered: true
  readonly status: Status
  readonly body: Body
  readonly headers?: Record<string, string>
}

/** JSON already serialised and tagged: served as it is, parsed only by a caller in code. */
export interface Rendered {
  readonly rendered: true
  readonly bytes: Buffer
  readonly etag: string
}

export const answer = <const Status extends number, Body>(
  status: Status,
  body: Body,
  headers: Record<string, string> = {},
): Answer<Status, Body> => ({ answered: true, status, body, headers })

export const rendered = (bytes: Buffer, etag: string): Rendered => ({ rendered: true, bytes, etag })

type BodyOf<C extends CallSpec> = AnswerOf<C>['body']
type Answers<C extends CallSpec> =
  AnswerOf<C> extends infer A
    ? A extends { status: infer S extends number; body: infer B }
      ? Answer<S, B>
      : never
    : never

/** What a feature returns: the body, or `answer(status, body)` where several are possible, or a refusal. */
export type Outcome<C extends CallSpec> =
  | BodyOf<C>
  | Answers<C>
  | Rendered
  | Refusal<RefusalCode<C> | CommonRefusalCode>

/** What a caller in code gets. */
export type Result<C extends CallSpec> =
  | ({ ok: true } & AnswerOf<C>)
  | { ok: false; refusal: Refusal<RefusalCode<C> | CommonRefusalCode> }

/** What leaves a service's door, whatever carries it on. */
export type Reply =
  | { ok: true; status: number; body: unknown; headers?: Record<string, string>; replayed?: true }
  | { ok: true; status: number; rendered: Rendered }
  | { ok: false; refusal: Refusal; replayed?: true }

/** Brings the three things a feature may return into one. */
export function toReply(contract: Call): (outcome: unknown) => Reply {
  const status = Number(Object.keys(contract.answers)[0])
  return (outcome) => {
    if (isRefusal(outcome))
      return { ok: false, refusal: outcome, ...(outcome.replayed && { replayed: true }) }
    if (isTagged<Rendered>(outcome, 'rendered')) return { ok: true, status, rendered: outcome }
    if (isTagged<Answer>(outcome, 'answered')) {
      return {
        ok: true,
        status: outcome.status,
        body: outcome.body,
        ...(outcome.headers && { headers: outcome.headers }),
      }
    }
    return { ok: true, status, body: outcome }
  }
}

/** The body as a value, also where the answer came as bytes. */
export const bodyOf = (reply: Extract<Reply, { ok: true }>): unknown =>
  'rendered' in reply ? JSON.parse(reply.rendered.bytes.toString('utf8')) : reply.body

const isTagged = <T>(value: unknown, tag: 'answered' | 'rendered'): value is T =>
  typeof value === 'object' && value !== null && (value as Record<string, unknown>)[tag] === true
