import { days, minutes, seconds } from '@souk/kit/runtime'
import type { AuditSources } from './sources.ts'

/** Younger than this, a thing may still be on its way from one database to the next. */
const ALLOWANCE_MS = seconds(30)
/** Longer than this nothing may be under way that no person is waited for: not a refund, not an event. */
const LATE_AFTER_MS = minutes(15)
/** Events are swept after seven days, in each database by itself; what is near that edge is left alone. */
const EVENTS_KEPT_MS = days(6)

/** What an audit excuses. Strict ones excuse nothing as being under way. */
export interface Patience {
  readonly isStrict: boolean
  /** Excuses the order in which events arrived. */
  readonly anyOrder: boolean
  readonly now: Date
  /** Events before this may have been swept. */
  readonly eventsSince: Date
  /** What happened after this is not judged yet. */
  readonly youngSince: Date
  /** What began before this and is not done is overdue. */
  readonly lateBefore: Date
}

const FOR_EVER = new Date('9999-01-01T00:00:00Z')

type Asked = Pick<AuditSources, 'now' | 'isStrict' | 'anyOrder'>

export function patienceOf({ now, isStrict, anyOrder = false }: Asked): Patience {
  const ago = (ms: number) => new Date(now - ms)
  return {
    isStrict,
    anyOrder,
    now: ago(0),
    eventsSince: ago(EVENTS_KEPT_MS),
    youngSince: isStrict ? FOR_EVER : ago(ALLOWANCE_MS),
    lateBefore: isStrict ? FOR_EVER : ago(LATE_AFTER_MS),
  }
}

export const isYoung = (at: Date | string, { youngSince }: Patience): boolean => new Date(at) > youngSince

export const isLate = (at: Date | string, { lateBefore }: Patience): boolean => new Date(at) < lateBefore
