import type { Call, EventType } from '@souk/kit/contract'
import { jsonSchema } from '@souk/kit/service'
import type { z } from 'zod'
import { byText, group } from '../reference/page.ts'
import { subjectOf } from '../reference/subject-of.ts'
import type { Schema } from './schema.ts'

/** What others rely on when they ask a call. Where nothing may be sent the schema is that of an empty object. */
export interface RecordedCall {
  readonly access: string
  readonly idempotency?: string
  readonly upload?: readonly string[]
  readonly produces?: string
  readonly params: Schema
  readonly query: Schema
  readonly body: Schema
  /** By status. */
  readonly answers: Readonly<Record<string, Schema>>
  /** The status of each code. */
  readonly refusals: Readonly<Record<string, number>>
}

/** What others rely on when they hear an event. */
export interface RecordedEvent {
  /** The field that names its aggregate. */
  readonly subject: string
  readonly data: Schema
}

/** The contracts of one service: its calls by method and path, its events by type. */
export interface Recording {
  readonly calls: Readonly<Record<string, RecordedCall>>
  readonly events: Readonly<Record<string, RecordedEvent>>
}

export interface Contracts {
  readonly calls: readonly Call[]
  readonly events: readonly EventType[]
}

/** By service. */
export type Recordings = Readonly<Record<string, Recording>>

export function record({ calls, events }: Contracts): Recordings {
  const byService = new Map(group(calls, ({ service }) => service))
  const eventsOf = new Map(group(events, ({ service }) => service))
  const services = [...new Set([...byService.keys(), ...eventsOf.keys()])].sort(byText)
  return Object.fromEntries(
    services.map((service) => [
      service,
      {
        calls: named(byService.get(service) ?? [], routeOf, recordCall),
        events: named(eventsOf.get(service) ?? [], ({ type }) => type, recordEvent),
      },
    ]),
  )
}

/** As it is kept, a contract to a line: the order of fields in the source changes nothing in it. */
export function written(recording: Recording): string {
  const groups = Object.entries(sorted(recording) as Recording).map(([group, contracts]) => {
    const lines = Object.entries(contracts).map(([name, one]) => `\n  "${name}": ${JSON.stringify(one)}`)
    return `\n "${group}": {${lines}}`
  })
  return `{${groups}}\n`
}

const routeOf = ({ method, path }: Call) => `${method} ${path}`

const NOTHING: Schema = { type: 'object', properties: {}, additionalProperties: false }

const recordCall = ({ access, idempotency, upload, produces, ...call }: Call): RecordedCall => ({
  access,
  ...(idempotency && { idempotency }),
  ...(upload && { upload }),
  ...(produces && { produces }),
  params: sent(call.params),
  query: sent(call.query),
  body: sent(call.body),
  answers: Object.fromEntries(
    Object.entries(call.answers).map(([status, schema]) => [status, jsonSchema(schema, 'output')]),
  ),
  refusals: Object.fromEntries(
    Object.entries(call.refusals ?? {}).map(([code, { status }]) => [code, status]),
  ),
})

const sent = (schema: z.ZodType | undefined): Schema => (schema ? jsonSchema(schema, 'input') : NOTHING)

/** As it is written; a default beside a field says that its hearers can do without. */
const recordEvent = (event: EventType): RecordedEvent => ({
  subject: subjectOf(event),
  data: jsonSchema(event.data, 'output'),
})

function named<T, Made>(all: readonly T[], nameOf: (one: T) => string, make: (one: T) => Made) {
  const pairs = all.map((one): [string, Made] => [nameOf(one), make(one)])
  return Object.fromEntries(pairs.sort(([a], [b]) => byText(a, b)))
}

/** By code point; only what has an order of its own keeps it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byText(a, b))
      .map(([key, one]) => [key, key === 'required' ? [...(one as string[])].sort(byText) : sorted(one)]),
  )
}
