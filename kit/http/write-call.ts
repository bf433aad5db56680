import { type Call, pathFields } from '../contract/call.ts'
import type { CallContext } from '../service/context.ts'
import { spread } from '../service/query-records.ts'
import type { Upload } from '../service/rooms.ts'
import { writeTraceparent } from '../telemetry/trace-context.ts'
import { UPLOAD_TYPE } from './between-processes.ts'

/** A call as it goes over the wire, but for who asks and how long it may take: those are each attempt's own. */
export interface WrittenCall {
  readonly method: Call['method']
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Writes a call so that it arrives as it was: what its contract does not know too, as the door refuses that. */
export function writeCall(
  contract: Call,
  input: Record<string, unknown>,
  { trace, idempotencyKey, ifMatch, upload }: CallContext,
): WrittenCall {
  const { path, body } = address(contract, input)
  const headers: Record<string, string> = { traceparent: writeTraceparent(trace) }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (upload) Object.assign(headers, uploadHeaders(upload))
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  if (ifMatch !== undefined) headers['if-match'] = ifMatch
  return { method: contract.method, path, headers, body: upload ? undefined : body }
}

/** Of what came beside an upload, only what its reader checks goes on: the Standard Webhooks headers. */
const uploadHeaders = ({ contentType, headers = {} }: Upload): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-'))),
  'content-type': 'application/octet-stream',
  [UPLOAD_TYPE]: encodeURIComponent(contentType),
})

function address(contract: Call, input: Record<string, unknown>): { path: string; body: string | undefined } {
  const rest = { ...input }
  let path = contract.path
  for (const field of pathFields(contract.path)) {
    path = path.replace(`{${field}}`, () => encodeURIComponent(String(rest[field] ?? '').toWellFormed()))
    delete rest[field]
  }
  const query = new URLSearchParams()
  // A GET has no body: what is left over goes where its door will see it.
  for (const field of Object.keys(contract.method === 'GET' ? rest : (contract.query?.shape ?? {}))) {
    for (const [name, values] of written(field, rest[field]))
      for (const value of [values].flat()) if (value !== undefined) query.append(name, String(value))
    delete rest[field]
  }
  const hasBody = contract.body !== undefined || Object.values(rest).some((value) => value !== undefined)
  return {
    path: query.size > 0 ? `${path}?${query}` : path,
    body: hasBody ? JSON.stringify(rest) : undefined,
  }
}

const written = (field: string, value: unknown): [name: string, value: unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? spread(field, value)
    : [[field, value]]
