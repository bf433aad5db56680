import { createHash } from 'node:crypto'

export const operations = ['authorize', 'capture', 'void', 'refund', 'lookup', 'webhook'] as const
export type Operation = (typeof operations)[number]

const unanswered = [
  'slow',
  'error_500',
  'rate_limited',
  'timeout_before_effect',
  'timeout_after_effect',
] as const
const mistold = [
  'webhook_duplicate',
  'webhook_early',
  'webhook_late',
  'webhook_out_of_order',
  'webhook_forged',
] as const

export const kinds = [...unanswered, ...mistold, 'wrong_amount', 'decline'] as const
export type Kind = (typeof kinds)[number]

/**
 * What can go wrong with an operation; in this order the rates are laid end to end. A lookup reads the book and so
 * never lies: were that possible, nobody could ever find out what is true.
 */
export const kindsOf: Readonly<Record<Operation, readonly Kind[]>> = {
  authorize: [...unanswered, 'wrong_amount', 'decline'],
  capture: [...unanswered, 'wrong_amount', 'decline'],
  void: [...unanswered, 'wrong_amount'],
  refund: [...unanswered, 'wrong_amount', 'decline'],
  lookup: unanswered,
  webhook: [...mistold, 'wrong_amount'],
}

/** `turn` counts the faults of this kind from 0. */
export type Fault = { readonly kind: Kind | 'none'; readonly turn: number }
export type Step = { readonly operation: Operation; readonly fault: Kind | 'none' }
export type Plan = {
  readonly seed: number
  /** How often, from 0 to 1, each operation that can have this fault has it. */
  readonly rates: Readonly<Partial<Record<Kind, number>>>
  /** How long `slow` and `webhook_late` wait. */
  readonly slowMs: number
  /** How long a connection that gets no answer is held before it is cut. */
  readonly holdMs: number
}

export type Faults = ReturnType<typeof openFaults>

const harmless: Plan = { seed: 0, rates: {}, slowMs: 2000, holdMs: 10_000 }
const noFault: Fault = { kind: 'none', turn: 0 }

/** How this sandbox misbehaves: by rates drawn from a seed, and by a script that goes first. In memory alone. */
export function openFaults() {
  let plan = harmless
  let steps: readonly Step[] = []
  let injected: Partial<Record<Kind, number>> = {}
  let forgedTaken = 0
  let turns: Partial<Record<Operation, number>> = {}
  let isQuiet = true

  function next(operation: Operation): Fault {
    if (isQuiet) return noFault
    const kind = scripted(operation) ?? drawn(operation)
    if (kind === 'none') return noFault
    const turn = injected[kind] ?? 0
    injected[kind] = turn + 1
    return { kind, turn }
  }

  function scripted(operation: Operation): Step['fault'] | undefined {
    const at = steps.findIndex((step) => step.operation === operation)
    if (at < 0) return undefined
    const fault = steps[at]?.fault
    steps = steps.toSpliced(at, 1)
    settle()
    return fault
  }

  function drawn(operation: Operation): Step['fault'] {
    const turn = turns[operation] ?? 0
    turns[operation] = turn + 1
    let chance = chanceOf(plan.seed, `${operation} ${turn}`)
    for (const kind of kindsOf[operation]) {
      chance -= plan.rates[kind] ?? 0
      if (chance < 0) return kind
    }
    return 'none'
  }

  function settle() {
    isQuiet = steps.length === 0 && Object.values(plan.rates).every((rate) => rate === 0)
  }

  function restart(wanted: Partial<Plan>) {
    plan = { ...harmless, ...wanted }
    injected = {}
    turns = {}
    forgedTaken = 0
    settle()
  }

  return {
    /** What goes wrong with this operation: the script's next step for it, or else what the seed draws. */
    next,
    times: () => plan,
    /** Begins anew: counts from zero, the same seed drawing the same faults. The script stays. */
    plan: restart,
    script: (wanted: readonly Step[]) => {
      steps = wanted
      settle()
    },
    clear: () => {
      steps = []
      restart({})
    },
    /** A forged webhook was taken for a genuine one. */
    noteForgedTaken: () => {
      forgedTaken += 1
    },
    show: () => ({ ...plan, steps, injected, forgedTaken }),
  }
}

/** A number from 0 to 1 that follows from its seed and name alone. */
function chanceOf(seed: number, name: string): number {
  return createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0) / 2 ** 32
}

/** An operation whose faults are asked for more often than always, if there is one. */
export function overbooked(rates: Plan['rates']): Operation | undefined {
  const sum = (operation: Operation) =>
    kindsOf[operation].reduce((total, kind) => total + (rates[kind] ?? 0), 0)
  // A hair of room: 0.1 + 0.2 is a little more than 0.3.
  return operations.find((operation) => sum(operation) > 1 + 1e-9)
}
