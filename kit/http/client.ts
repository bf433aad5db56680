import { setTimeout as pause } from 'node:timers/promises'
import type { Call } from '../contract/call.ts'
import type { Reply } from '../contract/outcome.ts'
import { isRepeatable } from '../contract/repeatable.ts'
import type { Registry } from '../discovery/registry.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Random } from '../runtime/random.ts'
import type { CallContext } from '../service/context.ts'
import { type Dispatch, Unavailable } from '../service/dispatch.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { IDENTITY, TIMEOUT } from './between-processes.ts'
import type { BulkheadLimits } from './bulkhead.ts'
import { type Callee, calleesOf } from './callees.ts'
import { hopBudget } from './hop.ts'
import { type Sign, signer } from './identity.ts'
import type { Sending } from './peers.ts'
import type { ProcessKeys } from './process-keys.ts'
import { type Failure, pauseBeforeRetry } from './retry.ts'
import { type Delivery, openSender, type Sender } from './send.ts'
import { type WrittenCall, writeCall } from './write-call.ts'

export interface HttpDispatchParts {
  readonly registry: Pick<Registry, 'instancesOf'>
  readonly keys: Pick<ProcessKeys, 'name' | 'issues'>
  readonly clock: Clock
  readonly random: Pick<Random, 'unit'>
  readonly metrics: Metrics
  /** How much of one callee's slowness this process takes on. */
  readonly limits?: BulkheadLimits
}

export interface HttpDispatch {
  readonly dispatch: Dispatch
  /** Cuts every connection: for when nothing is asked any more. */
  close(): Promise<void>
}

const LIMITS: BulkheadLimits = { atOnce: 64, waiting: 128, patienceMs: 1_000 }
/** Who fails to answer within less was perhaps only not given the time. */
const FAIR_MS = 250

interface Carrier extends Pick<HttpDispatchParts, 'clock' | 'random'> {
  readonly sign: Sign
  readonly sender: Sender
}

interface Asked {
  readonly contract: Call
  readonly context: CallContext
  readonly written: WrittenCall
  readonly tried: Set<string>
}

/** Carries calls to services in other processes; the same interface as within one. One for the whole process. */
export function httpDispatch(parts: HttpDispatchParts): HttpDispatch {
  const { registry, keys, clock, random, metrics, limits = LIMITS } = parts
  const sender = openSender({ connectionsPerOrigin: limits.atOnce })
  const callees = calleesOf({ registry, clock, metrics, limits })
  const carrier: Carrier = { clock, random, sign: signer(keys), sender }
  return {
    async dispatch(contract, input, context) {
      const written = writeCall(contract, input, context)
      const callee = callees(contract.service)
      callee.budget.payIn(clock.now())
      return await carry(callee, { contract, context, written, tried: new Set() }, carrier)
    },
    close: () => sender.close(),
  }
}

/** Tries until there is an answer, or nothing more may be tried. */
async function carry(callee: Callee, asked: Asked, carrier: Carrier): Promise<Reply> {
  for (let number = 1; ; number++) {
    const delivery = await attempt(callee, asked, carrier)
    if (delivery.is === 'reply') return delivery.reply
    const failure = failureOf(delivery)
    const wait = pauseFor(failure, number, { callee, asked, carrier })
    if (wait === undefined) throw faultOf(callee.name, failure)
    await pause(wait)
  }
}

/** One try at one instance, once there is a place for it. */
async function attempt(callee: Callee, asked: Asked, carrier: Carrier): Promise<Delivery> {
  const release = await callee.place()
  if (!release) {
    callee.count('full')
    throw new Unavailable(`${callee.name} has too many of our calls to answer; try again in a moment`)
  }
  try {
    return await deliver(callee, asked, carrier)
  } finally {
    release()
  }
}

async function deliver(callee: Callee, asked: Asked, { clock, random, sign, sender }: Carrier) {
  const { contract, context, written, tried } = asked
  const { caller, deadline, upload } = context
  const sentAt = clock.now()
  const withinMs = hopBudget(deadline - sentAt)
  if (withinMs === undefined) return refuseToSend(callee, 'no-time')
  const { method, path } = written
  const identity = sign({ audience: contract.service, caller, method, path }, sentAt)
  const sending = callee.peers.take(sentAt, { chance: random.unit, tried })
  if (typeof sending === 'string') return refuseToSend(callee, sending)
  tried.add(sending.instance.id)
  const delivery = await sender.send({
    ...written,
    headers: { ...written.headers, [IDENTITY]: identity, [TIMEOUT]: String(withinMs) },
    origin: sending.instance.address,
    upload: upload?.stream,
    isStream: contract.produces !== undefined,
    withinMs,
  })
  learn(sending, delivery, { now: clock.now(), withinMs })
  callee.count(delivery.is === 'reply' ? (delivery.reply.ok ? 'answered' : 'refused') : delivery.is)
  return delivery
}

function learn(
  sending: Sending,
  delivery: Delivery,
  { now, withinMs }: { now: number; withinMs: number },
): void {
  if (delivery.is === 'reply') sending.answered(now)
  else if (delivery.is === 'busy') sending.busy(now, delivery.retryAfterMs)
  else if (delivery.is === 'no-answer' && withinMs < FAIR_MS) sending.unknown(now)
  else sending.failed(now)
}

const REASONS = {
  nowhere: 'is nowhere to be found',
  broken: 'fails again and again, and is left alone for a moment',
  'no-time': 'was not asked: no time is left for its answer',
}

function refuseToSend(callee: Callee, reason: keyof typeof REASONS): never {
  callee.count(reason)
  throw new Unavailable(`${callee.name} ${REASONS[reason]}`)
}

const failureOf = (delivery: Exclude<Delivery, { is: 'reply' }>): Failure => ({
  why: delivery.is,
  detail: delivery.detail,
  mayHaveBegun: delivery.is === 'busy' ? delivery.mayHaveBegun : delivery.is !== 'unreachable',
  ...(delivery.is === 'busy' && { retryAfterMs: delivery.retryAfterMs }),
})

/** An upload is read once: whatever became of it, it cannot be sent again. */
function pauseFor(
  failure: Failure,
  number: number,
  { callee, asked, carrier }: { callee: Callee; asked: Asked; carrier: Carrier },
): number | undefined {
  const { contract, context, tried } = asked
  if (context.upload) return undefined
  const wait = pauseBeforeRetry(failure, {
    number,
    isRepeatable: isRepeatable(contract, context.idempotencyKey),
    isElsewhere: callee.peers.hasOther(tried),
    leftMs: context.deadline - carrier.clock.now(),
    chance: carrier.random.unit(),
  })
  return wait !== undefined && callee.budget.payOut(carrier.clock.now()) ? wait : undefined
}

const faultOf = (name: string, { why, detail }: Failure): Error =>
  why === 'fault' ? new Error(`${name}: ${detail}`) : new Unavailable(`${name}: ${detail}`)
