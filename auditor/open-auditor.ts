import { auditShop } from '@souk/contracts/auditor'
import { type Call, type Input, type Outcome, operatorsCalls } from '@souk/kit/contract'
import { answering, type Dispatch, type Environment, type Verb } from '@souk/kit/service'
import type { AuditSources } from './sources.ts'
import type { Verdict } from './verdict.ts'

export type Audit = (asked: Pick<AuditSources, 'isStrict' | 'anyOrder'>) => Promise<Verdict>

interface AuditorParts {
  readonly environment: Pick<Environment, 'memory' | 'checksAnswers'>
  /** Names the process. */
  readonly instance: string
}

/** Among services and asked as they are, but with no book of its own: no events, no sagas. */
export function openAuditor(audit: Audit, { environment, instance }: AuditorParts): Dispatch {
  const { memory } = environment
  const calls = operatorsCalls(auditShop.service)
  const verbs = [
    verb(auditShop, ({ strict, anyOrder }) =>
      audit({ isStrict: strict === 'true', anyOrder: anyOrder === 'true' }),
    ),
    verb(calls.showState, () => ({ instance, eventLag: 0 })),
    verb(calls.recallSpans, ({ traceId }) => memory.spansOf(traceId)),
    verb(calls.recallTraces, () => memory.recentTraces()),
    verb(calls.recallLines, (wanted) => memory.linesOf(wanted)),
    verb(calls.recallTraffic, () => memory.lastMinute()),
  ]
  return answering(verbs, environment)
}

const verb = <C extends Call>(
  contract: C,
  run: (input: Input<C>) => Outcome<C> | Promise<Outcome<C>>,
): Verb => ({ contract, run })
