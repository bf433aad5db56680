import type { Transaction } from '../database/connect.ts'
import { columns, type SagaRecord } from './read-sagas.ts'

export interface Retry {
  readonly id: string
  /** The step it stands at. */
  readonly step: string
  readonly at: string
  /** Who wants it. */
  readonly by: string
}

/** Keeps others from moving a saga until this transaction is over. */
export async function lockSaga(tx: Transaction, id: string): Promise<SagaRecord | undefined> {
  const [row] = await tx<SagaRecord[]>`select ${columns(tx)} from saga where id = ${id} for update`
  return row
}

/**
 * Makes an unfinished saga due at once. A stuck one is undone on, with all its attempts before it; whoever works on
 * one just now looks again after that, as after a signal.
 */
export async function makeDue(tx: Transaction, { id, step, at, by }: Retry): Promise<void> {
  await tx`
    with moved as (
      update saga set
        state = case when state = 'stuck' then 'undoing' else state end,
        attempts = case when state = 'stuck' then 0 else attempts end,
        signals = signals + 1, due_at = now(), ended_at = null
      where id = ${id} and state in ('running', 'waiting', 'undoing', 'stuck')
      returning id)
    insert into saga_journal (saga_id, step, action, at, detail)
    select id, ${step}, 'retried', ${at}, ${by} from moved`
}
