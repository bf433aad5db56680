import type { FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { exceeded, refusedRequest } from './documents/refusals.ts'
import type { Limits } from './limits.ts'
import { type Documents, sha256 } from './persisted.ts'

/** What a request asks: a document, or the name of one, and what its variables are. */
export interface Asked {
  readonly text: string
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
}

export interface Admitted {
  readonly limits: Limits
  /** Those that go by their hash. */
  readonly documents: Documents
  /** Whether others are answered as well. */
  readonly areAllTaken: boolean
}

/** Reads a request by GET or POST as GraphQL over HTTP has it; or tells what is wrong with it. */
export function readRequest(request: FastifyRequest, admitted: Admitted): Asked | GraphQLError {
  const given = request.method === 'GET' ? fromQuery(request.query) : fromBody(request, admitted.limits)
  if (given instanceof GraphQLError) return given
  const { query, documentId, operationName, variables } = given
  if (operationName != null && typeof operationName !== 'string') return malformed('operationName', 'text')
  if (variables != null && !isRecord(variables)) return malformed('variables', 'an object')
  const values = countValues(variables)
  if (values > admitted.limits.values) return exceeded('values', values, admitted.limits)
  const text = textOf({ query, documentId: documentId ?? hashOf(given.extensions) }, admitted)
  if (text instanceof GraphQLError) return text
  return { text, operationName: operationName ?? undefined, variables: variables ?? {} }
}

type Given = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Without a stack of calls, as they may be nested as deep as their text is long. */
function countValues(variables: unknown): number {
  const left = [variables]
  let count = -1
  while (left.length > 0) {
    const value = left.pop()
    count++
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) left.push(inner)
  }
  return count
}

const malformed = (field: string, shape: string) =>
  refusedRequest('graphql_request_malformed', `\`${field}\` must be ${shape}.`)

function fromBody({ body, headers }: FastifyRequest, limits: Limits): Given | GraphQLError {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return refusedRequest('unsupported_media_type', 'Send application/json.', 415)
  // A page of another origin can send no JSON without asking first, which is refused to it.
  if (Array.isArray(body)) return exceeded('batch', body.length, limits)
  return isRecord(body) ? body : malformed('the body', 'an object')
}

function fromQuery(query: unknown): Given | GraphQLError {
  const given = query as Record<string, string | undefined>
  try {
    const [variables, extensions] = [given.variables, given.extensions].map(
      (text) => text && JSON.parse(text),
    )
    return { ...given, variables: variables || undefined, extensions: extensions || undefined }
  } catch {
    return malformed('variables', 'JSON')
  }
}

/** As clients send it that were made for automatic persisted queries. */
const hashOf = (extensions: unknown): unknown =>
  isRecord(extensions) && isRecord(extensions.persistedQuery)
    ? extensions.persistedQuery.sha256Hash
    : undefined

function textOf({ query, documentId }: Given, { documents, areAllTaken }: Admitted): string | GraphQLError {
  if (query != null && typeof query !== 'string') return malformed('query', 'text')
  if (query && (areAllTaken || documents.has(sha256(query)))) return query
  if (typeof documentId !== 'string')
    return query
      ? refusedRequest('graphql_document_not_listed', NOT_LISTED, 403)
      : refusedRequest('graphql_request_malformed', 'Send a `query`, or the `documentId` of a listed one.')
  const text = documents.get(documentId.toLowerCase().replace(/^sha256:/, ''))
  // The word clients know that then send the text.
  return text ?? refusedRequest('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', 404)
}

const NOT_LISTED = 'This shop answers only documents it knows: send the `documentId` of a listed one.'
