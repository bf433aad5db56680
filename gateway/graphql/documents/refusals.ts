import { GraphQLError } from 'graphql'
import type { Limits } from '../limits.ts'

const SENTENCES: Record<keyof Limits, string> = {
  size: 'The document is too long',
  tokens: 'The document has too many words',
  batch: 'Too many operations in one request',
  depth: 'The fields are nested too deep',
  fields: 'Too many fields are asked for',
  aliases: 'Too many aliases',
  directives: 'Too many directives',
  roots: 'Too many fields at the top',
  credentials: 'Too many sign-ins in one request',
  introspected: 'Too much of the schema is asked for',
  values: 'Too many values in the variables',
  cost: 'The answer could be too large',
}

/** Names the limit, what it is and what was counted; nothing was asked of any service. */
export function exceeded(limit: keyof Limits, counted: number | undefined, limits: Limits): GraphQLError {
  const most = limits[limit]
  const found =
    counted === undefined ? '' : `, and these are ${Number.isFinite(counted) ? counted : 'endless'}`
  return new GraphQLError(`${SENTENCES[limit]}: ${most} at most${found}.`, {
    extensions: {
      code: `graphql_${limit}_exceeded`,
      status: 400,
      limit,
      most,
      ...(counted !== undefined && { counted: Number.isFinite(counted) ? counted : 'endless' }),
    },
  })
}

/** A document that cannot be read, or does not fit the schema. */
export const invalid = (fault: GraphQLError): GraphQLError =>
  new GraphQLError(fault.message, {
    ...(fault.nodes && { nodes: fault.nodes }),
    ...(fault.source && { source: fault.source }),
    ...(fault.positions && { positions: fault.positions }),
    extensions: { code: 'graphql_invalid', status: 400 },
  })

/** A request that cannot be answered as it was made. */
export const refusedRequest = (code: string, message: string, status = 400): GraphQLError =>
  new GraphQLError(message, { extensions: { code, status } })
