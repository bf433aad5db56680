import { appendFileSync, closeSync, openSync } from 'node:fs'

/** Where in a piece of work a process may die. */
export type Phase =
  /** A call that may change something was let in. */
  | 'accepted'
  /** Its idempotency key is taken, and nothing else was done. */
  | 'key-claimed'
  /** Everything was done, and the answer is not kept under its key. */
  | 'done'
  /** The answer is kept, and nobody has it yet. */
  | 'answer-kept'
  | 'before-commit'
  | 'after-commit'
  /** A saga is about to ask another service. */
  | 'before-asking'
  /** It has the answer, and its journal does not. */
  | 'after-answer'
  /** Events are about to be sent. */
  | 'before-publish'
  /** They are stored at the other end, and not marked as sent. */
  | 'after-publish'
  /** Events are in the inbox, and their sender does not know. */
  | 'stored'
  /** A stranger is about to be called. */
  | 'before-call'
  /** It has answered, and we have not stored what it said. */
  | 'after-call'

/** A moment in which the process may die without harm. Together the three are its name: `orders/checkout/authorize:after-answer`. */
export type CrashPoint = (service: string, work: string, phase: Phase) => void

export interface CrashWish {
  /** The point at which to die, and at which passing of it: `orders/relay:after-publish#2`. */
  readonly at: string
  /** A file whoever dies makes first; while it is there nobody dies, so that one of many processes does, and once. */
  readonly once: string
  /** A file that gets the name of each point passed, once. */
  readonly record: string
  readonly isProduction: boolean
}

/** Does nothing, until a test has armed it. */
export let crashPoint: CrashPoint = () => {}

let around: typeof marked | undefined

/** Lets this process die at a point, or note which points it passes. Meant for the first moment of a process. */
export function armCrashPoints(
  wish: CrashWish,
  die: () => unknown = () => process.kill(process.pid, 'SIGKILL'),
): void {
  if (wish.at === '' && wish.record === '') return
  if (wish.isProduction)
    throw new Error('SOUK_CRASH_AT and SOUK_CRASH_RECORD are for tests: they are refused in production')
  const strike = wish.once === '' ? die : () => isFirst(wish.once) && die()
  crashPoint = both(wish.at === '' ? undefined : dieAt(wish.at, strike), wish.record)
  around = marked
}

/** The same stranger, whose named calls are crash points: before it hears of us, and before we store what it said. */
export const crashPointsAround = <T extends object>(
  stranger: T,
  where: { readonly service: string; readonly as: string; readonly calls: readonly (keyof T)[] },
): T => (around ? around(stranger, where) : stranger)

function dieAt(at: string, die: () => unknown): (name: string) => void {
  const { point, passing } = /^(?<point>[^#]+)(?:#(?<passing>[1-9]\d*))?$/.exec(at)?.groups ?? {}
  if (point === undefined)
    throw new Error(`SOUK_CRASH_AT is not a point like service/work:phase or service/work:phase#2: "${at}"`)
  let left = Number(passing ?? 1)
  return (name) => {
    if (name === point && --left === 0) die()
  }
}

function isFirst(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'))
    return true
  } catch (fault) {
    if (Object(fault).code === 'EEXIST') return false
    throw fault
  }
}

function both(mayDie: ((name: string) => void) | undefined, file: string): CrashPoint {
  const passed = new Set<string>()
  return (service, work, phase) => {
    const name = `${service}/${work}:${phase}`
    if (file !== '' && !passed.has(name)) appendFileSync(file, `${name}\n`)
    passed.add(name)
    mayDie?.(name)
  }
}

function marked<T extends object>(
  stranger: T,
  { service, as, calls }: { service: string; as: string; calls: readonly (keyof T)[] },
): T {
  const wanted = new Set<string | symbol | number>(calls)
  return new Proxy(stranger, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || !wanted.has(name)) return member
      return async (...given: unknown[]) => {
        const work = `${as}.${String(name)}`
        crashPoint(service, work, 'before-call')
        const answer: unknown = await Reflect.apply(member, target, given)
        crashPoint(service, work, 'after-call')
        return answer
      }
    },
  })
}
