import type { SagaState } from '../asking/answers.ts'

export interface SagaView {
  readonly id: string
  readonly title: string
  /** One list each, what most wants to be seen first. */
  readonly states: readonly SagaState[]
}

/** What an operator asks for, and the states that are meant. */
export const sagaViews: readonly SagaView[] = [
  { id: 'in-flight', title: 'In flight', states: ['undoing', 'waiting', 'running'] },
  { id: 'stuck', title: 'Stuck', states: ['stuck'] },
  { id: 'compensated', title: 'Compensated', states: ['undone'] },
  { id: 'completed', title: 'Completed', states: ['completed'] },
]

export const saysOfState: Readonly<Record<SagaState, { title: string; says: string; none: string }>> = {
  running: { title: 'Running', says: 'At work just now.', none: 'None is at work just now.' },
  waiting: {
    title: 'Waiting',
    says: 'For an outcome, such as that of a payment. They look again by themselves.',
    none: 'None waits for an outcome.',
  },
  undoing: {
    title: 'Being undone',
    says: 'Refused or out of time: what was done is taken back, last step first.',
    none: 'None is being undone.',
  },
  stuck: {
    title: 'Stuck',
    says: 'Their undo failed twenty times. Mend the cause, then try them again.',
    none: 'None is stuck.',
  },
  undone: {
    title: 'Compensated',
    says: 'Refused or out of time, and everything taken back.',
    none: 'None was compensated.',
  },
  completed: { title: 'Completed', says: 'Every step done.', none: 'None is completed yet.' },
}
