import type { CallSpec, Input } from '../contract/call.ts'
import type { Outcome } from '../contract/outcome.ts'
import { isRefusal } from '../contract/refusal.ts'
import { seconds } from '../runtime/clock.ts'
import type { TraceContext } from '../telemetry/trace-context.ts'
import type { Process } from './definition.ts'
import { Unavailable } from './dispatch.ts'
import { lots, type Waiting } from './lots.ts'
import type { FeatureRoom, ProcessRoom } from './rooms.ts'

/** One of several calls decided together, and the trace to announce its events under. */
export interface Asked<C extends CallSpec> {
  readonly input: Input<C>
  readonly trace: TraceContext
}

/** A verb for many calls at once: answers each by itself, in their order. For what is refused nothing is written. */
export type Together<C extends CallSpec, Store> = (
  asked: readonly Asked<C>[],
  room: FeatureRoom<Store>,
) => Promise<Outcome<C>[]>

interface Gathering<C extends CallSpec, Store> {
  /** What a call competes for: calls that share a key are decided in the order they came. */
  keys(input: Input<C>): readonly string[]
  together: Together<C, Store>
}

interface AskedHere<C extends CallSpec, Store> extends Waiting {
  readonly asked: Asked<C>
  readonly room: ProcessRoom<Store>
  readonly since: number
  readonly resolve: (outcome: Outcome<C>) => void
  readonly reject: (fault: unknown) => void
}

const LOT = 200
/** Two: a lot that waits for somebody else's lock does not hold up what wants other things. */
const LOTS_AT_ONCE = 2
const PATIENCE_MS = seconds(10)

/**
 * Gathers calls that come while an earlier one for the same keys is under way into one transaction, so that a
 * crowd before one row pays for one commit. A call that meets no other starts at once, in the same turn of the
 * event loop. When the transaction of several fails, each is tried alone.
 */
export function gathered<C extends CallSpec, Store extends object>(
  gathering: Gathering<C, Store>,
): Process<C, Store> {
  // A process opens a service's store once: each running instance has a queue of its own.
  const queues = new WeakMap<Store, (one: AskedHere<C, Store>) => void>()
  return (input, room) => {
    const enqueue =
      queues.get(room.store) ??
      lots<AskedHere<C, Store>>({
        most: LOT,
        atOnce: LOTS_AT_ONCE,
        keysMeet: true,
        work: (lot) => work(lot, gathering.together),
      })
    queues.set(room.store, enqueue)
    return new Promise((resolve, reject) => {
      const asked = { input, trace: room.trace }
      enqueue({ asked, keys: gathering.keys(input), room, since: room.clock.now(), resolve, reject })
    })
  }
}

/** Settles every one of the lot; never throws. */
async function work<C extends CallSpec, Store>(
  lot: readonly AskedHere<C, Store>[],
  together: Together<C, Store>,
): Promise<void> {
  const patient = lot.filter(({ since, room, reject }) => {
    const isLate = room.clock.now() - since > PATIENCE_MS
    if (isLate) reject(new Unavailable('nobody waits for this answer any more'))
    return !isLate
  })
  const [first] = patient
  if (!first) return
  try {
    const outcomes = await inOneTransaction(patient, first.room, together)
    for (const [index, { resolve }] of patient.entries()) resolve(outcomes[index] as Outcome<C>)
  } catch (fault) {
    if (patient.length === 1) return first.reject(fault)
    for (const one of patient) await work([one], together)
  }
}

async function inOneTransaction<C extends CallSpec, Store>(
  lot: readonly AskedHere<C, Store>[],
  { transaction }: ProcessRoom<Store>,
  together: Together<C, Store>,
): Promise<Outcome<C>[]> {
  let outcomes: Outcome<C>[] = []
  await transaction(async (room) => {
    outcomes = await together(
      lot.map(({ asked }) => asked),
      room,
    )
    // Refused to the last one, nothing was written: a refusal rolls back, which does not wait for the disk.
    return outcomes.every(isRefusal) ? outcomes[0] : undefined
  })
  return outcomes
}
