import {
  bodyOf,
  type Call,
  type EdgeTraffic,
  type LogLevel,
  type LogLine,
  operatorsCalls,
  type Recalled,
  type Reply,
  type TracePart,
  type TraceSpan,
} from '@souk/kit/contract'
import type { CallContext } from '@souk/kit/service'
import type { Memory } from '@souk/kit/telemetry'
import type { OpsRoom } from './room.ts'

/** Asks every instance of the service the contract is of; none where it has none. */
export type AskInstances = (
  contract: Call,
  input: Record<string, unknown>,
  context: CallContext,
) => readonly Promise<Reply>[]

export interface Gathered<Item> {
  readonly items: readonly Item[]
  /** Services of which not every instance could be asked. */
  readonly unavailable: string[]
}

/** What the processes of the shop remember, all of them together. */
export interface Recollection {
  spansOf(traceId: string): Promise<Gathered<TraceSpan>>
  recentTraces(): Promise<Gathered<TracePart>>
  logsOf(wanted: { traceId?: string | undefined; level: LogLevel }): Promise<Gathered<LogLine>>
  traffic(): Promise<Gathered<EdgeTraffic>>
}

interface RecollectionParts extends Pick<OpsRoom, 'names' | 'missed'> {
  /** Of this process. */
  readonly memory: Memory
  /** Where services are in other processes than this one. */
  readonly askInstances: AskInstances | undefined
}

/** As whoever is in the context, who has to be an operator. */
export function recollectionOf(parts: RecollectionParts, context: CallContext): Recollection {
  const { memory, names, askInstances } = parts
  const gather = async <Item>(own: Recalled<Item>, ask: (service: string) => Call, input: object = {}) => {
    if (!askInstances) return { items: own.items, unavailable: [] }
    const answers = await Promise.all(
      names.map(async (name) => {
        const replies = await Promise.allSettled(askInstances(ask(name), { ...input }, context))
        return { name, ...heard<Item>(replies, (why) => parts.missed(name, why)) }
      }),
    )
    return {
      items: eachProcessOnce([own, ...answers.flatMap(({ recalled }) => recalled)]),
      unavailable: answers.filter(({ isWhole }) => !isWhole).map(({ name }) => name),
    }
  }
  return {
    spansOf: (traceId) =>
      gather(memory.spansOf(traceId), (name) => operatorsCalls(name).recallSpans, { traceId }),
    recentTraces: () => gather(memory.recentTraces(), (name) => operatorsCalls(name).recallTraces),
    logsOf: (wanted) => gather(memory.linesOf(wanted), (name) => operatorsCalls(name).recallLines, wanted),
    traffic: () => gather(memory.lastMinute(), (name) => operatorsCalls(name).recallTraffic),
  }
}

/** What the instances of a service said; it is not whole where one of them said nothing, or there is none. */
function heard<Item>(replies: readonly PromiseSettledResult<Reply>[], missed: (why: unknown) => void) {
  const recalled = replies.flatMap((settled) => {
    if (settled.status === 'fulfilled' && settled.value.ok) return [bodyOf(settled.value) as Recalled<Item>]
    missed(settled.status === 'rejected' ? settled.reason : settled.value)
    return []
  })
  return { recalled, isWhole: replies.length > 0 && recalled.length === replies.length }
}

/** Two services may share a process, and then its memory. */
const eachProcessOnce = <Item>(answers: readonly Recalled<Item>[]): Item[] =>
  [...new Map(answers.map((answer) => [answer.process, answer])).values()].flatMap(({ items }) => items)
