import type { Queryable, Transaction } from '../../database/connect.ts'
import { type ParkedListing, readParked, replayManyParked, replayParked } from '../../messaging/parked.ts'
import { readJournal, readSaga, readSagas, type SagaListing } from '../../saga/read-sagas.ts'
import { lockSaga, makeDue, type Retry } from '../../saga/retry-saga.ts'

/** The kit's own tables in a service's database, as operators work with them. What changes something needs a transaction. */
export const operatorsStore = (db: Queryable) => {
  const tx = db as Transaction
  return {
    listSagas: (listing: SagaListing) => readSagas(db, listing),
    findSaga: (id: string) => readSaga(db, id),
    listJournal: (id: string) => readJournal(db, id),
    lockSaga: (id: string) => lockSaga(tx, id),
    retrySaga: (retry: Retry) => makeDue(tx, retry),
    listDeadLetters: (listing: ParkedListing) => readParked(db, listing),
    replayDeadLetter: (eventId: string) => replayParked(tx, eventId),
    replayDeadLetters: (wanted: Pick<ParkedListing, 'type' | 'limit'>) => replayManyParked(tx, wanted),
  }
}
export type OperatorsStore = ReturnType<typeof operatorsStore>
