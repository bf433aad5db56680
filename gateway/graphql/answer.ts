import { call, isRefusal, type Refusal } from '@souk/kit/contract'
import type { RouteParts } from '@souk/kit/http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { z } from 'zod'
import type { Recall } from '../recall.ts'
import type { preparer } from './documents/prepare.ts'
import { type Admitted, readRequest } from './read-request.ts'
import { toError } from './refused.ts'
import { run } from './run.ts'
import { sendErrors } from './send.ts'
import { openStream } from './subscriptions/open-stream.ts'
import type { Seats } from './subscriptions/seats.ts'

/** What the gateway itself answers: as any call it waits for its turn, is counted, and knows who asks. */
export const ANSWER_GRAPHQL = call('gateway.answer-graphql', 'POST /graphql', {
  summary: 'GraphQL over the same contracts.',
  access: 'anyone',
  body: z.looseObject({}),
  answers: { 200: z.unknown() },
})

export interface Room extends Pick<RouteParts, 'dispatch' | 'contextOf' | 'traceIdOf' | 'logFault'> {
  /** Counts further requests against the asker's rate. */
  readonly charge: (request: FastifyRequest, count: number) => Refusal | undefined
  /** Changes are always traced; of what comes by POST nobody knows before it is read. */
  readonly traceNow: (request: FastifyRequest, response: FastifyReply) => void
  readonly schema: GraphQLSchema
  readonly admitted: Admitted
  readonly prepare: ReturnType<typeof preparer>
  readonly recall: Recall
  readonly seats: Seats
}

export interface Exchange {
  readonly request: FastifyRequest
  readonly response: FastifyReply
}

/** Answers what one request asks; a fault of ours is told as one, and logged. */
export async function answer(exchange: Exchange, room: Room): Promise<FastifyReply> {
  try {
    return await answerAsked(exchange, room)
  } catch (fault) {
    return sendErrors([new GraphQLError('', { originalError: fault as Error })], exchange, room)
  }
}

/** Reads, prepares and runs; before it runs, nothing is asked of any service but who it is that asks. */
async function answerAsked(exchange: Exchange, room: Room): Promise<FastifyReply> {
  const { request } = exchange
  const tell = (errors: readonly GraphQLError[]) => sendErrors(errors, exchange, room)
  const context = await room.contextOf(request, ANSWER_GRAPHQL)
  if (isRefusal(context)) return tell([toError(context)])
  const asked = readRequest(request, room.admitted)
  if (asked instanceof GraphQLError) return tell([asked])
  const prepared = room.prepare(asked)
  if (!('run' in prepared)) return tell(prepared)
  const { roots } = prepared.weight(asked.variables)
  const over = room.charge(request, roots - 1)
  if (over) return tell([toError(over)])
  if (prepared.operation.operation === 'subscription')
    return await openStream({ exchange, asked, prepared, context }, room, tell)
  return await run({ asked, prepared, context, roots }, exchange, room)
}
