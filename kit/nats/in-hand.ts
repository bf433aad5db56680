import type { JsMsg } from '@nats-io/jetstream'

const MOST_STORED_AT_ONCE = 200
const MOST_BYTES_AT_ONCE = 4 * 2 ** 20

/** What the broker has brought and was not told the end of. */
export interface InHand {
  add(message: JsMsg): void
  /** The next to be stored together: one at least where there is any. */
  next(): readonly JsMsg[]
  /** Acknowledges what `next` gave, unless it was given back or forgotten meanwhile. */
  acknowledge(batch: readonly JsMsg[]): void
  /** Lets all of it be brought again, not before so many milliseconds. */
  giveBack(ms?: number): void
  /** Says nothing more of it: its connection is gone, and by the next one positions may be those of another stream. */
  forget(): void
  /** Keeps all of it from being brought to somebody else. */
  stillWorking(): void
}

export function inHand(): InHand {
  const waiting: JsMsg[] = []
  let storing: readonly JsMsg[] = []
  const takeAll = () => {
    const all = [...storing, ...waiting.splice(0)]
    storing = []
    return all
  }
  return {
    add: (message) => void waiting.push(message),
    next() {
      storing = waiting.splice(0, countTogether(waiting))
      return storing
    },
    acknowledge(batch) {
      if (storing !== batch) return
      storing = []
      for (const message of batch) message.ack()
    },
    giveBack(ms) {
      for (const message of takeAll()) message.nak(ms)
    },
    forget: () => void takeAll(),
    stillWorking() {
      for (const message of [...storing, ...waiting]) message.working()
    },
  }
}

function countTogether(waiting: readonly JsMsg[]): number {
  let [count, bytes] = [0, 0]
  for (const { data } of waiting) {
    bytes += data.length
    if (count > 0 && (count === MOST_STORED_AT_ONCE || bytes > MOST_BYTES_AT_ONCE)) break
    count++
  }
  return count
}
