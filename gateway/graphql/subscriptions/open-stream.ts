import { Readable } from 'node:stream'
import { refuse } from '@souk/kit/contract'
import { seconds } from '@souk/kit/runtime'
import type { CallContext } from '@souk/kit/service'
import type { FastifyReply } from 'fastify'
import { type ExecutionResult, type GraphQLError, subscribe } from 'graphql'
import { askingFor } from '../../asking-for.ts'
import type { Exchange, Room } from '../answer.ts'
import type { Prepared } from '../documents/prepare.ts'
import { refusedRequest } from '../documents/refusals.ts'
import type { Asked } from '../read-request.ts'
import { toError } from '../refused.ts'
import { type Telling, tellingOf, toResult } from '../to-result.ts'

/** Often enough that nobody between us and the reader takes the line for dead. */
const BEATS_EVERY_MS = seconds(15)

interface Opening {
  readonly exchange: Exchange
  readonly asked: Asked
  readonly prepared: Prepared
  readonly context: CallContext
}

/** Answers a subscription as Server-Sent Events, as graphql-sse has it: `next` for each result, then `complete`. */
export async function openStream(
  { exchange, asked, prepared, context }: Opening,
  room: Room,
  refuseWith: (errors: readonly GraphQLError[]) => FastifyReply,
): Promise<FastifyReply> {
  const { request, response } = exchange
  if (!request.headers.accept?.includes('text/event-stream'))
    return refuseWith([refusedRequest('not_acceptable', 'Send Accept: text/event-stream.', 406)])
  const leave = room.seats.take(context.caller)
  if (!leave) return refuseWith([toError(refuse('unavailable', { detail: 'Too many streams are open.' }))])
  response.raw.once('close', leave)
  const { asking } = askingFor(context, { dispatch: room.dispatch, roots: 1, charge: () => undefined })
  const source = await subscribe({
    schema: room.schema,
    document: prepared.document,
    contextValue: asking,
    variableValues: asked.variables,
    operationName: asked.operationName ?? null,
  })
  if (!(Symbol.asyncIterator in source)) {
    leave()
    return refuseWith(source.errors ?? [])
  }
  const beat = setInterval(() => response.raw.write(':\n\n'), BEATS_EVERY_MS)
  response.raw.once('close', () => clearInterval(beat))
  const events = Readable.from(toEvents(source, tellingOf(request, room)))
  return response
    .header('content-type', 'text/event-stream')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(events)
}

async function* toEvents(source: AsyncIterable<ExecutionResult>, telling: Telling): AsyncGenerator<string> {
  for await (const result of source)
    yield `event: next\ndata: ${JSON.stringify(toResult(result, telling))}\n\n`
  yield 'event: complete\ndata:\n\n'
}
