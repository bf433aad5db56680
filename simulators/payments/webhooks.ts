import { carrier, isTaken } from './carry.ts'
import type { Delivery } from './deliveries.ts'
import type { Room } from './room.ts'

const atOnce = 8
const batch = 64
const mostTries = 10

/** How long to wait after the n-th failed try: 1, 2, 4 … times the base; null when there will be no other. */
export function backoff(tries: number, base: number): number | null {
  return tries >= mostTries ? null : base * 2 ** (tries - 1)
}

/**
 * Delivers the stored webhooks until their receiver answers 2xx, a few at once, oldest first. At least once:
 * a receiver may see one twice, and two of the same payment out of order. Without an address they wait.
 */
export function startWebhooks(
  { book: { deliveries }, faults, mishaps }: Pick<Room, 'book' | 'faults' | 'mishaps'>,
  { secret, retryBase }: { secret: string; retryBase: number },
) {
  const { carry, close } = carrier({ secret, faults, atOnce })
  const underway = new Map<number, Promise<void>>()
  let queue: Delivery[] = []
  let address: string | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  mishaps.onRelease((eventIds) => {
    for (const id of eventIds) deliveries.holdBack(id, Date.now())
    pump()
  })

  function pump() {
    if (address === undefined || stopped) return
    while (underway.size < atOnce) {
      if (queue.length === 0) queue = refill()
      const delivery = queue.shift()
      if (!delivery) return wakeLater()
      const wait = mishaps.heldBackFor(delivery.id)
      if (wait !== undefined) deliveries.holdBack(delivery.id, Date.now() + wait)
      else underway.set(delivery.seq, deliver(delivery, address))
    }
  }

  function refill() {
    return deliveries.listDue(Date.now(), batch).filter(({ seq }) => !underway.has(seq))
  }

  function wakeLater() {
    clearTimeout(timer)
    const now = Date.now()
    const at = deliveries.nextDue(now)
    if (at !== null) timer = setTimeout(pump, at - now + 1)
  }

  async function deliver(delivery: Delivery, url: string) {
    const { seq, id, body, tries } = delivery
    const status = await carry(delivery, { url, fault: mishaps.of(id) })
    underway.delete(seq)
    if (stopped) return
    const wait = isTaken(status) ? null : backoff(tries + 1, retryBase)
    if (isTaken(status)) deliveries.remove(seq)
    else deliveries.postpone(seq, wait === null ? null : Date.now() + wait)
    mishaps.tried({ id, body }, { isLast: wait === null })
    pump()
  }

  return {
    pump,
    setAddress: (url: string) => {
      address = url
      pump()
    },
    /** Lets go of what is under way: it is delivered again at the next start. */
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      close()
      await Promise.all(underway.values())
    },
  }
}
