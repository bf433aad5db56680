import { settle } from './open.ts'
import { record } from './record.ts'
import type { Room } from './room.ts'

const longestTimer = 2 ** 31 - 1

/**
 * Brings payments that settle by themselves to their outcome when their time has come, also after a restart.
 * `changed` hears of each one. Nothing happens before the first `arm`.
 */
export function startSettlement({
  book,
  mishaps,
  publicUrl,
  changed,
}: Pick<Room, 'book' | 'mishaps' | 'publicUrl' | 'changed'>) {
  let timer: NodeJS.Timeout | undefined

  function arm() {
    clearTimeout(timer)
    const at = book.payments.nextDue()
    if (at !== null) timer = setTimeout(settleDue, Math.min(Math.max(at - Date.now(), 0), longestTimer))
  }

  function settleDue() {
    const now = Date.now()
    const due = book.payments.listDue(now)
    book.transaction(() => {
      for (const payment of due)
        record(
          { book, mishaps },
          { change: settle(payment), cause: { key: payment.key, now, publicUrl: publicUrl() } },
        )
    })
    for (const payment of due) changed(payment.id)
    arm()
  }

  return { arm, stop: () => clearTimeout(timer) }
}
