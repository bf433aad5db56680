import type { CallContext } from '@souk/kit/service'
import type { FastifyReply } from 'fastify'
import type { Asking } from '../asking.ts'
import { askingFor } from '../asking-for.ts'
import { noting } from '../recall.ts'
import type { Exchange, Room } from './answer.ts'
import type { Prepared } from './documents/prepare.ts'
import { refusedRequest } from './documents/refusals.ts'
import type { Asked } from './read-request.ts'
import { send, sendErrors, written } from './send.ts'
import { tellingOf, toResult } from './to-result.ts'

interface Running {
  readonly asked: Asked
  readonly prepared: Prepared
  readonly context: CallContext
  readonly roots: number
}

/** Runs what was admitted, and sends what came of it. */
export async function run(running: Running, exchange: Exchange, room: Room): Promise<FastifyReply> {
  const { request, response } = exchange
  const { context, roots } = running
  const isChange = running.prepared.operation.operation === 'mutation'
  if (isChange && request.method === 'GET') {
    response.header('allow', 'POST')
    const refused = refusedRequest('method_not_allowed', 'A change is sent by POST.', 405)
    return sendErrors([refused], exchange, room)
  }
  if (isChange) room.traceNow(request, response)
  const within = { ...context, trace: request.trace }
  const charge = () => room.charge(request, 1)
  const { asking, tally } = askingFor(within, { dispatch: room.dispatch, roots, charge })
  if (!isChange) return await read(running, asking, { exchange, room })
  const result = await running.prepared.run(asking, running.asked.variables)
  if (result.data === undefined) return sendErrors(result.errors ?? [], exchange, room)
  if (tally.wasReplayed) response.header('idempotent-replayed', 'true')
  return send(response, written(toResult(result, tellingOf(request, room))))
}

/** Puts an answer together, unless it is one that was, of the same pages. */
async function read(
  { asked, prepared }: Running,
  asking: Asking,
  { exchange, room }: { exchange: Exchange; room: Room },
): Promise<FastifyReply> {
  const key = JSON.stringify([asked.text, asked.operationName, asked.variables, asking.caller.kind])
  const before = await room.recall.ask(key, asking)
  if (before) return send(exchange.response, before)
  const noted = noting(asking)
  const result = await prepared.run(noted.asking, asked.variables)
  if (result.data === undefined) return sendErrors(result.errors ?? [], exchange, room)
  const sent = written(toResult(result, tellingOf(exchange.request, room)))
  const reads = result.errors ? undefined : await noted.reads()
  if (reads) room.recall.keep(key, { reads, sent })
  return send(exchange.response, sent)
}
