import type { Call } from '../contract/call.ts'
import { type Reply, toReply } from '../contract/outcome.ts'
import { isRefusal } from '../contract/refusal.ts'
import type { Sql } from '../database/connect.ts'
import { crashPoint } from '../runtime/crash-point.ts'
import { authorize } from './authorize.ts'
import { principalOf } from './caller.ts'
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
import type { RoomMaker } from './room-maker.ts'
import { compile } from './validate.ts'

interface DoorParts<Store> {
  readonly definition: Pick<ServiceDefinition<Store>, 'name' | 'answers'>
  readonly environment: Environment
  readonly rooms: RoomMaker<Store>
  readonly sql: Sql
}

/** The front door: every call to a service, from wherever, is checked, traced, timed and answered here. */
export function openDoor<Store>(parts: DoorParts<Store>): Dispatch {
  const { definition, environment } = parts
  const answerers = new Map(definition.answers.map((one) => [one.contract.name, open(parts, one)]))
  const tracer = environment.tracer(definition.name)
  return async (contract, input, context) => {
    const one = answerers.get(contract.name)
    if (!one) throw new Unavailable(`${definition.name} does not answer ${contract.name}`)
    const span = tracer.start(contract.name, context.trace, {
      'souk.call': `${contract.service}.${contract.name}`,
    })
    const begun = performance.now()
    try {
      const reply = await one.answer(input, { ...context, trace: span.context, work: contract.name })
      if (!reply.ok) span.set({ 'souk.refusal': reply.refusal.code })
      span.end()
      one.time(reply.ok ? String(reply.status) : reply.refusal.code, performance.now() - begun)
      return reply
    } catch (fault) {
      span.end(fault)
      one.time('fault', performance.now() - begun)
      throw fault
    }
  }
}

function open<Store>(parts: DoorParts<Store>, answerer: Answerer<Store>) {
  const { contract } = answerer
  const validate = compile(contract)
  const run = runner(parts, answerer)
  const check = parts.environment.checksAnswers ? checkAnswer(contract) : undefined
  return {
    time: parts.environment.metrics.callTimer(contract.service, contract.name),
    async answer(given: Record<string, unknown>, context: CallContext): Promise<Reply> {
      const unwelcome = authorize(contract.access, context.caller)
      if (unwelcome) return { ok: false, refusal: unwelcome }
      if (context.deadline <= parts.environment.clock.now())
        throw new Unavailable('nobody waits for this answer any more')
      const input = validate(given)
      if (isRefusal(input)) return { ok: false, refusal: input }
      const principal = principalOf(context.caller, resourceOf(contract, input))
      const claim = claimOf(contract, context.idempotencyKey, principal, input)
      if (isRefusal(claim)) return { ok: false, refusal: claim }
      if (contract.idempotency !== undefined) crashPoint(contract.service, contract.name, 'accepted')
      const reply =
        contract.idempotency === 'own'
          ? await run(input, { ...context, claim }, undefined)
          : await run(input, context, claim)
      check?.(reply)
      return reply
    },
  }
}

/** A guest is known by the resource whose unguessable id it holds. */
const resourceOf = (contract: Call, input: object): string | undefined =>
  contract.path.includes('{id}') ? String((input as { id?: unknown }).id) : undefined

type Run = (input: object, context: CallContext, claim: Claim | undefined) => Promise<Reply>

function runner<Store>({ rooms, sql }: DoorParts<Store>, answerer: Answerer<Store>): Run {
  const { contract, kind } = answerer
  if (kind === 'query') {
    return async (input, context) =>
      toReply(contract, await answerer.run(input as never, rooms.query(context)))
  }
  if (kind === 'process') {
    const answer: Run = async (input, context) =>
      toReply(contract, await answerer.run(input as never, rooms.process(context)))
    return (input, context, claim) =>
      claim
        ? onceDurably(sql, { contract, claim }, () => answer(input, context, claim))
        : answer(input, context, claim)
  }
  return async (input, context, claim) => {
    const outcome = await rooms.transaction(context, async (room, tx, last) => {
      const before = claim && (await findReply(tx, claim))
      if (before) return { before }
      const made = await answerer.run(input as never, room)
      if (isRefusal(made)) return made
      const reply = toReply(contract, made)
      if (claim) last(() => keepReply(tx, claim, reply))
      return { before: reply }
    })
    return isRefusal(outcome) ? { ok: false, refusal: outcome } : outcome.before
  }
}

async function onceDurably(
  sql: Sql,
  { contract: { service, name }, claim }: { contract: Call; claim: Claim },
  work: () => Promise<Reply>,
): Promise<Reply> {
  const before = await claimKey(sql, claim)
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
