import type { Call } from '../contract/call.ts'
import { type Reply, toReply } from '../contract/outcome.ts'
import { isRefusal } from '../contract/refusal.ts'
import type { Sql } from '../database/connect.ts'
import { crashPoint } from '../runtime/crash-point.ts'
import { authorize } from './authorize.ts'
import { checkAnswer } from './check-answer.ts'
import type { CallContext } from './context.ts'
import type { Answerer, ServiceDefinition } from './definition.ts'
import { type Dispatch, Unavailable } from './dispatch.ts'
import type { Environment } from './environment.ts'
import {
  type Claim,
  claimKey,
  claimOf,
  completeKey,
  findReply,
  keepReply,
  releaseKey,
} from './idempotency.ts'
import { type RecordOfStaff, recordOfStaff } from './record-staff.ts'
import type { RoomMaker } from './room-maker.ts'
import { compile } from './validate.ts'
import { watched } from './watched.ts'

interface DoorParts<Store> {
  readonly definition: Pick<ServiceDefinition<Store>, 'name' | 'answers'>
  readonly environment: Environment
  readonly rooms: RoomMaker<Store>
  readonly sql: Sql
  /** Names this process, in claims too. */
  readonly owner: string
}

/** The front door: every call to a service, from wherever, is checked, traced, timed and answered here. */
export function openDoor<Store>(parts: DoorParts<Store>): Dispatch {
  const { definition } = parts
  const answerers = new Map(definition.answers.map((one) => [one.contract.name, open(parts, one)]))
  return (contract, input, context) => {
    const answer = answerers.get(contract.name)
    return answer
      ? answer(input, context)
      : Promise.reject(new Unavailable(`${definition.name} does not answer ${contract.name}`))
  }
}

type Answer = (input: Record<string, unknown>, context: CallContext) => Reply | Promise<Reply>

/** Traced and timed. */
function open<Store>(parts: DoorParts<Store>, answerer: Answerer<Store>): Answer {
  const { service, name } = answerer.contract
  const { metrics, tracer: tracerOf } = parts.environment
  const answer = checked(parts, answerer)
  const tracer = tracerOf(service)
  const time = metrics.callTimer(service, name)
  const beginning = { kind: 'server', attributes: { 'souk.call': `${service}.${name}` } } as const
  return (input, context) => {
    const span = tracer.start(name, context.trace, beginning)
    const within = span.context === context.trace ? context : { ...context, trace: span.context }
    return watched(
      () => answer(input, within),
      span,
      (reply, ms) => time(reply ? (reply.ok ? String(reply.status) : reply.refusal.code) : 'fault', ms),
    )
  }
}

/** Whether this caller may ask this, just now and so. */
function checked<Store>(parts: DoorParts<Store>, answerer: Answerer<Store>): Answer {
  const { contract } = answerer
  const { clock, checksAnswers } = parts.environment
  const validate = compile(contract)
  const run = runner(parts, answerer)
  const check = checksAnswers ? checkAnswer(contract) : undefined
  return (given, context) => {
    const unwelcome = authorize(contract.access, context.caller)
    if (unwelcome) return { ok: false, refusal: unwelcome }
    if (context.deadline <= clock.now()) throw new Unavailable('nobody waits for this answer any more')
    const input = validate(given)
    if (isRefusal(input)) return { ok: false, refusal: input }
    const claim = claimOf(contract, context, given)
    if (isRefusal(claim)) return { ok: false, refusal: claim }
    if (contract.idempotency !== undefined) crashPoint(contract.service, contract.name, 'accepted')
    const isOwn = contract.idempotency === 'own'
    const reply = isOwn ? run(input, { ...context, claim }, undefined) : run(input, context, claim)
    if (!check) return reply
    return reply instanceof Promise ? reply.then(check) : check(reply)
  }
}

type Work = (input: object, context: CallContext) => Promise<Reply>
type Run = (input: object, context: CallContext, claim: Claim | undefined) => Reply | Promise<Reply>

function runner<Store>({ rooms, sql, owner, environment }: DoorParts<Store>, answerer: Answerer<Store>): Run {
  const { contract, kind } = answerer
  const record = recordOfStaff(answerer, environment.clock)
  const reply = toReply(contract)
  if (kind === 'query') {
    return (input, context) => {
      const outcome = answerer.run(input as never, rooms.query(context))
      return outcome instanceof Promise ? outcome.then(reply) : reply(outcome)
    }
  }
  if (kind === 'process') {
    const answer = async (input: object, context: CallContext) =>
      reply(await answerer.run(input as never, rooms.process({ ...context, work: contract.name })))
    const begin = record ? onRecord(record, { rooms, work: contract.name, answer }) : answer
    return (input, context, claim) =>
      claim
        ? onceDurably(sql, { contract, claim, owner }, () => begin(input, context))
        : begin(input, context)
  }
  return async (input, context, claim) => {
    const outcome = await rooms.transaction({ ...context, work: contract.name }, async (room, tx, last) => {
      const before = claim && (await findReply(tx, claim))
      if (before) return { before }
      const made = await answerer.run(input as never, room)
      if (isRefusal(made)) return made
      const given = reply(made)
      if (claim) last(() => keepReply(tx, claim, given))
      if (record) room.publish(record(input, context, given))
      return { before: given }
    })
    return isRefusal(outcome) ? { ok: false, refusal: outcome } : outcome.before
  }
}

/** What spans several transactions is put on record before the first one and after the last. */
function onRecord<Store>(
  record: RecordOfStaff,
  { rooms, work, answer }: { rooms: RoomMaker<Store>; work: string; answer: Work },
): Work {
  return async (input, context) => {
    const put = (reply?: Reply) =>
      rooms.transaction({ ...context, work }, async ({ publish }) => publish(record(input, context, reply)))
    await put()
    const reply = await answer(input, context)
    await put(reply)
    return reply
  }
}

async function onceDurably(
  sql: Sql,
  { contract: { service, name }, claim, owner }: { contract: Call; claim: Claim; owner: string },
  work: () => Promise<Reply>,
): Promise<Reply> {
  const before = await claimKey(sql, claim, owner)
  if (before) return before
  crashPoint(service, name, 'key-claimed')
  try {
    const reply = await work()
    crashPoint(service, name, 'done')
    await (reply.ok ? completeKey(sql, claim, reply) : releaseKey(sql, claim))
    crashPoint(service, name, 'answer-kept')
    return reply
  } catch (fault) {
    await releaseKey(sql, claim)
    throw fault
  }
}
