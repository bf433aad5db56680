import { type RouteParts, toProblem, toRefusal } from '@souk/kit/http'
import type { FastifyRequest } from 'fastify'
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'

export interface Telling {
  readonly traceId: string
  /** Told of what is no answer but a fault of ours. */
  readonly logFault: (fault: unknown) => void
}

export const tellingOf = (
  request: FastifyRequest,
  { traceIdOf, logFault }: Pick<RouteParts, 'traceIdOf' | 'logFault'>,
): Telling => ({ traceId: traceIdOf(request), logFault: (fault) => logFault(fault, request) })

/** A result as it is sent: every error has a code, and the trace it can be found under. */
export const toResult = ({ data, errors }: ExecutionResult, telling: Telling) => ({
  ...(data !== undefined && { data }),
  ...(errors && { errors: errors.map((error) => toFormatted(error, telling)) }),
})

export function toFormatted(error: GraphQLError, telling: Telling): GraphQLFormattedError {
  // What is compiled tells of a missing value without any.
  const { message, locations, path, extensions = {} } = error
  const known = extensions.code === undefined ? explained(error, telling) : { message, extensions }
  return {
    message: known.message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ...known.extensions, traceId: telling.traceId },
  }
}

/** What carries no code is a fault, or a value that GraphQL itself refused. */
function explained(error: GraphQLError, { logFault }: Telling) {
  const fault = error.originalError
  if (
    !fault ||
    (fault instanceof GraphQLError && fault.extensions.code === undefined && !fault.originalError)
  )
    return { message: error.message, extensions: { code: 'graphql_invalid', status: 400 } }
  if (fault instanceof GraphQLError && fault.extensions.code !== undefined)
    return { message: fault.message, extensions: fault.extensions }
  const { code, status, title, detail } = toProblem(toRefusal(fault), '')
  if (status >= 500) logFault(fault)
  return { message: detail ?? title, extensions: { code, status, title } }
}
