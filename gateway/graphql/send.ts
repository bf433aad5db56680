import type { FastifyReply } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { Exchange, Room } from './answer.ts'
import { tellingOf, toFormatted } from './to-result.ts'

const RETRY_AFTER_SECONDS = 1
const MOST_ERRORS = 10

/** Of a request that was not run; its status is that of the first error. */
export function sendErrors(
  errors: readonly GraphQLError[],
  { request, response }: Exchange,
  room: Room,
): FastifyReply {
  const told = errors.slice(0, MOST_ERRORS).map((error) => toFormatted(error, tellingOf(request, room)))
  const status = Number(told[0]?.extensions?.status ?? 400)
  if (status === 429 || status === 503) response.header('retry-after', RETRY_AFTER_SECONDS)
  return send(response.code(status), written({ errors: told }))
}

export const written = (body: unknown): Buffer => Buffer.from(JSON.stringify(body))

export const send = (response: FastifyReply, body: Buffer): FastifyReply =>
  response
    .header('cache-control', 'no-store')
    .header('content-type', 'application/json; charset=utf-8')
    .send(body)
