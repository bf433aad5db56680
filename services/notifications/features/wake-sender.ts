import type { ProcessRoom } from '@souk/kit/service'
import type { NotificationsStore } from '../store/notifications-store.ts'

type Room = ProcessRoom<NotificationsStore>

export interface Sender {
  /** One turn; called again and again by the clock. While a turn is under way, it is that one. */
  turn(room: Room): Promise<number>
  /** Works until nothing is due, starting now. */
  wake(): void
}

/**
 * Lets a commit start the sender without waiting for its next second. It works in the room of the latest
 * regular turn; before the first one there is none, and that turn comes within a second.
 */
export function sender(work: (room: Room) => Promise<number>): Sender {
  let latest: Room | undefined
  let turning: Promise<number> | undefined
  let isWoken = false
  const turn = (room: Room): Promise<number> => {
    latest = room
    turning ??= work(room).finally(() => {
      turning = undefined
      if (isWoken) wake()
    })
    return turning
  }
  const wake = () => {
    isWoken = true
    if (!latest || turning) return
    isWoken = false
    const room = latest
    turn(room).then(
      (done) => done > 0 && wake(),
      (fault) => room.log.warn({ err: fault }, 'sending will be tried again'),
    )
  }
  return { turn, wake }
}
