import type { ServiceState } from '@souk/contracts/ops'
import type { AskInstances } from '@souk/gateway'
import { bodyOf, operatorsCalls, type Reply } from '@souk/kit/contract'
import type { Instance, Registry } from '@souk/kit/discovery'
import { type HttpDispatch, type HttpDispatchParts, httpDispatch } from '@souk/kit/http'
import { type Random, seconds } from '@souk/kit/runtime'
import type { CallContext, Dispatch } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'

interface Parts extends Omit<HttpDispatchParts, 'registry' | 'random'> {
  readonly registry: Registry
  readonly random: Random
}

const ANSWERS_WITHIN_MS = seconds(2)

/** Asks one process of a service and not whichever is free: for operators, who want to see each. */
export function instancesOf({ registry, ...parts }: Parts) {
  const known = new Map<string, HttpDispatch>()
  const at = (instance: Instance): Dispatch => {
    forgetGone()
    const made =
      known.get(instance.id) ?? httpDispatch({ ...parts, registry: { instancesOf: () => [instance] } })
    known.set(instance.id, made)
    return made.dispatch
  }
  const forgetGone = () => {
    const there = new Set(registry.all().map(({ id }) => id))
    for (const [id, { close }] of known) {
      if (there.has(id)) continue
      known.delete(id)
      void close()
    }
  }
  const askAll: AskInstances = (contract, input, context) =>
    registry
      .instancesOf(contract.service)
      .map((instance) => Promise.resolve(at(instance)(contract, input, context)))
  const stateOf = async (service: string): Promise<ServiceState> => {
    const here = registry.instancesOf(service)
    const lags = await Promise.all(
      here.map((instance) => lagAt(at(instance), service, contextNow(parts)).catch(() => undefined)),
    )
    const heard = lags.filter((lag) => lag !== undefined)
    return {
      name: service,
      version: here[0]?.version ?? '',
      health: heard.length > 0 ? 'ok' : 'unavailable',
      eventLag: Math.max(0, ...heard),
      instances: here.map(({ id, address, version }, index) => ({
        ...{ id, address, version },
        health: lags[index] === undefined ? 'unavailable' : 'ok',
      })),
    }
  }
  return { askAll, stateOf }
}

async function lagAt(dispatch: Dispatch, service: string, context: CallContext): Promise<number> {
  const reply: Reply = await dispatch(operatorsCalls(service).showState, {}, context)
  if (!reply.ok) throw new Error(reply.refusal.code)
  return (bodyOf(reply) as { eventLag: number }).eventLag
}

const contextNow = ({ clock, random }: Pick<Parts, 'clock' | 'random'>): CallContext => ({
  caller: { kind: 'operator' },
  trace: newTrace(random, false),
  deadline: clock.now() + ANSWERS_WITHIN_MS,
})
