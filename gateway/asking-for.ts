import { bodyOf, type Call, type Refusal, type Rendered, type Reply } from '@souk/kit/contract'
import type { CallContext, Dispatch } from '@souk/kit/service'
import type { Answered, Asking } from './asking.ts'

/** Whether a change of this request was made before, under the same key. */
export interface Tally {
  wasReplayed: boolean
}

interface AskingParts {
  readonly dispatch: Dispatch
  /** How many fields the request has at the top: so many calls are counted against the rate already. */
  readonly roots: number
  /** Counts one more; or says that it is too much. */
  readonly charge: () => Refusal | undefined
}

/** Asks services as whoever the request is from, until its deadline: as REST does. */
export function askingFor(
  context: CallContext,
  { dispatch: dispatchOne, roots, charge }: AskingParts,
): { asking: Asking; tally: Tally } {
  let made = 0
  const dispatch: Dispatch = (contract, input, within) => {
    const over = ++made > roots && charge()
    return over ? { ok: false, refusal: over } : dispatchOne(contract, input, within)
  }
  const asked = new Map<string, Promise<Answered>>()
  const tally: Tally = { wasReplayed: false }
  const { idempotencyKey, ...plain } = context
  const read = (contract: Call, input: Record<string, unknown>) => {
    const name = `${contract.service}.${contract.name} ${JSON.stringify(input)}`
    const known = asked.get(name) ?? answered(dispatch(contract, input, plain))
    asked.set(name, known)
    return known
  }
  const asking: Asking = {
    caller: context.caller,
    read,
    async change(contract, input, { alias, key }) {
      // What was read before is not what there is now.
      asked.clear()
      const own = idempotencyKey && (roots > 1 ? `${idempotencyKey}.${alias}` : idempotencyKey)
      const reply = await dispatch(contract, input, { ...context, idempotencyKey: key ?? own })
      if (isReplayed(reply)) tally.wasReplayed = true
      return reply
    },
  }
  return { asking, tally }
}

const answered = async (asked: Reply | Promise<Reply>): Promise<Answered> => {
  const reply = await asked
  if (!reply.ok) return reply
  if (!('rendered' in reply)) return { ok: true, body: bodyOf(reply) }
  const { rendered } = reply
  return {
    ok: true,
    page: rendered.bytes,
    // Read only when it is looked into: an answer made of this page before needs but its bytes.
    get body() {
      return parsed(rendered)
    },
  }
}

/** A finished page is the same bytes for everybody who asks: read once, and changed by nobody. */
const read = new WeakMap<Buffer, unknown>()

function parsed({ bytes }: Rendered): unknown {
  const known = read.get(bytes) ?? JSON.parse(bytes.toString('utf8'))
  read.set(bytes, known)
  return known
}

const isReplayed = (reply: Reply): boolean =>
  ('replayed' in reply && reply.replayed === true) ||
  ('headers' in reply && reply.headers?.['idempotent-replayed'] === 'true')
