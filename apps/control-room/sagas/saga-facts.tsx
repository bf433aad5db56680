import type { ReactNode } from 'react'
import type { SagaInFull, SagaState } from '../asking/answers.ts'
import { Ago } from '../parts/moment.tsx'
import { dayAndTime } from '../words/moments.ts'
import { saysOfState } from './saga-views.ts'
import { isOver } from './step-state.ts'

const TONE = {
  completed: 'good',
  stuck: 'bad',
  undone: '',
  undoing: 'warn',
  waiting: 'warn',
  running: '',
} as const

/** Where it stands, and why. */
export function SagaFacts({ saga }: { saga: SagaInFull }) {
  const { state, step, attempts, refusal, error, service, id, startedAt, deadline, dueAt, endedAt } = saga
  return (
    <>
      <dl className="facts">
        <Fact name="State">
          <strong className={TONE[state]}>{saysOfState[state].title}</strong>
        </Fact>
        {step !== null && <Fact name="Stands at">{step}</Fact>}
        {attempts > 0 && <Fact name="Attempts there">{attempts}</Fact>}
        <Fact name="Began">
          <Ago at={startedAt} />
        </Fact>
        {endedAt !== null && isOver(saga) && <Fact name="Ended">{dayAndTime(endedAt)}</Fact>}
        {isGoingOn(state) && <Fact name="Undone unless finished by">{dayAndTime(deadline)}</Fact>}
        {dueAt !== null && <Fact name="Looks again">{dayAndTime(dueAt)}</Fact>}
        <Fact name="Conducted by">{service}</Fact>
        <Fact name="Id">
          <code>{id}</code>
        </Fact>
      </dl>
      {refusal && (
        <p className="note warn">
          <strong>{isOver(saga) ? 'Why it was taken back:' : 'Why it is taken back:'}</strong>{' '}
          <code>{refusal.code}</code> {refusal.detail}
        </p>
      )}
      {error !== null && !isOver(saga) && (
        <p className="note bad">
          <strong>What it last ran into:</strong> {error}
        </p>
      )}
    </>
  )
}

const isGoingOn = (state: SagaState): boolean => state === 'running' || state === 'waiting'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
