import { type Call, pathFields } from '../contract/call.ts'
import type { Announcement } from '../contract/event.ts'
import type { Reply } from '../contract/outcome.ts'
import { commonRefusals } from '../contract/refusal.ts'
import { staffActed } from '../contract/staff-acted.ts'
import { type Clock, toTimestamp } from '../runtime/clock.ts'
import { actorOf } from './caller.ts'
import type { CallContext } from './context.ts'
import type { Answerer } from './definition.ts'

/** What becomes of a call: its reply, or nothing yet. */
export type RecordOfStaff = (input: object, context: CallContext, reply?: Reply) => Announcement

/**
 * How a staff or operators’ call is put on record; nothing for reads and for everybody else’s calls. A read that is
 * answered by a feature writes who looked, so it is on record too.
 */
export function recordOfStaff(
  { contract, kind }: Pick<Answerer<never>, 'contract' | 'kind'>,
  clock: Clock,
): RecordOfStaff | undefined {
  const { access, method, path, service, name } = contract
  const isStaffs = access === 'operator' || access === 'staff' || access.startsWith('staff:')
  if (!isStaffs || kind === 'query' || (kind === 'process' && method === 'GET')) return undefined
  const inPath = new Set(pathFields(path))
  return (input, { caller, trace }, reply) =>
    staffActed({
      ...{ actor: actorOf(caller), service, call: name, method, path },
      resource: resourceOf(input, inPath) ?? answeredId(reply),
      fields: Object.entries(input).flatMap(([field, value]) =>
        inPath.has(field) || value === undefined ? [] : [field],
      ),
      ...courseOf(contract, reply),
      traceId: trace.traceId,
      at: toTimestamp(clock.now()),
    })
}

function resourceOf(input: object, inPath: ReadonlySet<string>): string | undefined {
  const named = [...inPath].map((field) => String((input as { [field: string]: unknown })[field]))
  return named.length > 0 ? named.join('/') : undefined
}

function answeredId(reply: Reply | undefined): string | null {
  const body = reply?.ok && 'body' in reply ? (reply.body as { id?: unknown } | null | undefined) : undefined
  return typeof body?.id === 'string' ? body.id : null
}

function courseOf({ refusals = {} }: Call, reply: Reply | undefined) {
  if (!reply) return { outcome: 'begun', status: null, code: null } as const
  if (reply.ok) return { outcome: 'done', status: reply.status, code: null } as const
  const { code } = reply.refusal
  const known: { [code: string]: { status: number } | undefined } = { ...commonRefusals, ...refusals }
  return { outcome: 'refused', status: known[code]?.status ?? null, code } as const
}
