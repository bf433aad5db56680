import type { JournalEntry, SagaInFull, SagaStep } from '../asking/answers.ts'
import { TableScroll } from '../parts/table-scroll.tsx'
import { dayAndTime, exactly } from '../words/moments.ts'
import { duration } from '../words/numbers.ts'
import { type StepState, stepStateOf } from './step-state.ts'

/** The steps in order, and beside each what was taken back of it. */
export function StepTable({ saga }: { saga: SagaInFull }) {
  return (
    <TableScroll label="Steps">
      <table className="steps">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">State</th>
            <th scope="col">Done ↓</th>
            <th scope="col">Undone ↑</th>
          </tr>
        </thead>
        <tbody>
          {saga.steps.map((step) => (
            <StepRow key={step.name} step={step} saga={saga} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function StepRow({ step, saga }: { step: SagaStep; saga: SagaInFull }) {
  const state = stepStateOf(step, saga)
  const isHere = saga.step === step.name
  return (
    <tr className={`step ${state}`} aria-current={isHere ? 'step' : undefined}>
      <th scope="row">
        {step.name}
        <span className="aside">
          {step.kind === 'local' ? ' commits with the journal' : ' asks another service'}
        </span>
      </th>
      <td className="word">{SAYS[state]}</td>
      <td>
        <Entries entries={step.do} since={saga.startedAt} />
      </td>
      <td>
        <Entries entries={step.undo} since={saga.startedAt} />
        {!step.hasUndo && <span className="aside">has nothing to undo</span>}
      </td>
    </tr>
  )
}

const SAYS: Readonly<Record<StepState, string>> = {
  done: '✓ done',
  here: '→ at it',
  waiting: '… waiting',
  refused: '✗ refused',
  overdue: '✗ out of time',
  undone: '↩ undone',
  'to-undo': '↩ to be undone',
  'not-begun': 'not begun',
}

function Entries({ entries, since }: { entries: readonly JournalEntry[]; since: string }) {
  if (entries.length === 0) return null
  return (
    <ul className="plain entries">
      {entries.map(({ action, at, detail }) => (
        <li key={`${action} ${at}`}>
          {action}
          {detail && `: ${detail}`}{' '}
          <time className="aside" dateTime={at} title={dayAndTime(at)}>
            +{duration(Math.max(0, exactly(at) - exactly(since)))}
          </time>
        </li>
      ))}
    </ul>
  )
}
