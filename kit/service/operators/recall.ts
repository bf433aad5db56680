import type { OperatorsCalls } from '../../contract/operators.ts'
import { type Answerer, shows } from '../definition.ts'
import type { Desk } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'

/** What the process remembers, as it remembers it: these four know nothing of the service's database. */
export const recalls = (calls: OperatorsCalls, { memory }: Desk): readonly Answerer<OperatorsStore>[] => [
  shows(calls.recallSpans, ({ traceId }) => memory.spansOf(traceId)),
  shows(calls.recallTraces, () => memory.recentTraces()),
  shows(calls.recallLines, (wanted) => memory.linesOf(wanted)),
  shows(calls.recallTraffic, () => memory.lastMinute()),
]
