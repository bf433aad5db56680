import type { z } from 'zod'
import type { RefusalTable } from './refusal.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may ask. `internal` calls never leave the fleet, and asking twice does what asking once does; a staff call names
 * the scope it needs, or is plain `staff` where it concerns nobody but the one who asks.
 * There is no default: a call without an access does not compile.
 */
export type Access = 'internal' | 'anyone' | 'customer' | 'operator' | 'staff' | `staff:${string}`

export interface CallSpec {
  /** One sentence for the reference and the API page. */
  summary: string
  access: Access
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Content types taken as a raw stream instead of JSON; the feature reads `room.upload`. */
  upload?: readonly string[]
  answers: Record<number, z.ZodType>
  /** Content type of the answer where it is not JSON. */
  produces?: string
  refusals?: RefusalTable
  /** `required`: refused with 400 without an `Idempotency-Key`. `own`: so too, and the feature keeps the key itself. */
  idempotency?: 'accepted' | 'required' | 'own'
  /** Whoever is answered `status` so often is guessing, and has to wait: it gives away what is to be known beforehand. */
  guesses?: { readonly status: number; readonly atMost: number; readonly withinMinutes: number }
  /** `no-store` unless said otherwise. */
  caching?: 'revalidate'
  /** What people are answered instead of a fault, with the first status: for what a page can do without. */
  fallback?: unknown
  /** The feature it belongs to, which can be switched off. */
  flag?: Flag
}

export interface Flag {
  readonly name: string
  /** Whose calls alone it is about. */
  readonly of?: 'guest'
  /** The refusal while it is off; without one the fallback is the answer. */
  readonly refusal?: string
}

export type Call<S extends CallSpec = CallSpec> = S & {
  readonly service: string
  readonly name: string
  readonly method: Method
  readonly path: string
}

/**
 * Declares one call of a service: `call('inventory.reserve-stock', 'POST /internal/…', { … })`.
 * Fields of path, query and body reach the feature as one flat input, so their names must differ.
 */
export function call<const S extends CallSpec>(
  name: `${string}.${string}`,
  route: `${Method} /${string}`,
  spec: S,
): Call<S> {
  const [service, verb] = name.split('.') as [string, string]
  const [method, path] = route.split(' ') as [Method, string]
  const missing = pathFields(path).filter((field) => !(field in (spec.params?.shape ?? {})))
  if (missing.length > 0) throw new Error(`${name}: no schema for path field ${missing.join(', ')}`)
  return Object.freeze({ ...spec, service, name: verb, method, path })
}

/** The `{field}` names of a path, in order. */
export const pathFields = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)

type Part<T, Kind extends 'in' | 'out'> = T extends z.ZodType
  ? Kind extends 'in'
    ? z.input<T>
    : z.output<T>
  : unknown

/** What a feature receives: path, query and body in one, defaults filled in. */
export type Input<C extends CallSpec> = Part<C['params'], 'out'> &
  Part<C['query'], 'out'> &
  Part<C['body'], 'out'>

/** What a caller sends: fields with defaults may be left out. */
export type Sent<C extends CallSpec> = Part<C['params'], 'in'> &
  Part<C['query'], 'in'> &
  Part<C['body'], 'in'>

export type AnswerOf<C extends CallSpec> = {
  [Status in keyof C['answers'] & number]: { status: Status; body: z.output<C['answers'][Status]> }
}[keyof C['answers'] & number]

export type RefusalCode<C extends CallSpec> = keyof C['refusals'] & string
