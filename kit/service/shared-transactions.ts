import { isRefusal } from '../contract/refusal.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import { type Last, transact } from '../database/transact.ts'
import { lots, type Waiting } from './lots.ts'

type Work<T> = (tx: Transaction, last: Last) => Promise<T>

interface Shared<T> {
  /** Everything `work` changes goes by this name: work of one name keeps its order and is never done side by side. */
  readonly touches: string
  readonly work: Work<T>
}

interface InLine extends Waiting {
  readonly touches: string
  readonly work: Work<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (fault: unknown) => void
}

const LOT = 32
/** Two: while one waits for the disk the next is made. */
const LOTS_AT_ONCE = 2

/**
 * Like `transact`, for work that may share: what comes while others are under way is done in one transaction with
 * others that touch something else. They share a connection, a BEGIN, a COMMIT and the wait for the disk. When one
 * of them refuses or fails, nothing of the lot is kept and each is done again alone: so what one does or suffers
 * is the same as if it had been alone all along.
 */
export function sharedTransactions(sql: Sql): <T>(shared: Shared<T>) => Promise<T> {
  const work = (lot: readonly InLine[]) => settle(sql, lot)
  const enqueue = lots<InLine>({ most: LOT, atOnce: LOTS_AT_ONCE, keysMeet: false, work })
  return <T>({ touches, work }: Shared<T>) =>
    new Promise<T>((resolve, reject) => {
      enqueue({ keys: [touches], touches, work, resolve: resolve as InLine['resolve'], reject })
    })
}

async function settle(sql: Sql, lot: readonly InLine[]): Promise<void> {
  const shared = lot.length > 1 ? await together(sql, lot) : APART
  if (shared === APART) return void (await Promise.all(lot.map((one) => alone(sql, one))))
  for (const [index, { resolve, reject }] of lot.entries()) {
    if ('fault' in shared) reject(shared.fault)
    else resolve(shared.results[index])
  }
}

const alone = (sql: Sql, { work, resolve, reject }: InLine) => transact(sql, work).then(resolve, reject)

const APART = Symbol('each alone')

/**
 * All of it or nothing. In the order of their names, as whatever else locks many rows does, so that two lots never
 * wait for each other crosswise. Where nobody can say whether the commit came through, doing it again could do it
 * twice: then that is what everybody hears.
 */
async function together(sql: Sql, lot: readonly InLine[]) {
  const inOrder = lot
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => (a.touches < b.touches ? -1 : 1))
  let isCommitting = false
  try {
    const done = await transact(sql, async (tx, last) => {
      isCommitting = false
      // All have ended before the transaction may: none still writes while it is rolled back.
      const ended = await Promise.allSettled(inOrder.map(({ work }) => work(tx, last)))
      const results: unknown[] = []
      for (const [place, one] of ended.entries()) {
        if (one.status === 'rejected') throw one.reason
        if (isRefusal(one.value)) throw APART
        results[inOrder[place]?.index ?? 0] = one.value
      }
      isCommitting = true
      return { results }
    })
    return done
  } catch (fault) {
    return isCommitting && !isFromServer(fault) ? { fault } : APART
  }
}

/** The server told us: then the transaction is rolled back for certain. */
const isFromServer = (fault: unknown): boolean => (fault as Error | undefined)?.name === 'PostgresError'
