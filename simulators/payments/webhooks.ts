import type { Book } from './book.ts'
import type { Delivery } from './deliveries.ts'
import { poster } from './post.ts'
import { signedHeaders } from './sign.ts'

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
export function startWebhooks({
  deliveries,
  secret,
  retryBase,
}: {
  deliveries: Book['deliveries']
  secret: string
  retryBase: number
}) {
  const { post, close } = poster(atOnce)
  const underway = new Map<number, Promise<void>>()
  let queue: Delivery[] = []
  let address: string | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function pump() {
    if (address === undefined || stopped) return
    while (underway.size < atOnce) {
      if (queue.length === 0) queue = refill()
      const delivery = queue.shift()
      if (!delivery) return wakeLater()
      underway.set(delivery.seq, deliver(delivery, address))
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

  async function deliver({ seq, id, body, tries }: Delivery, url: string) {
    const headers = signedHeaders({ id, body, timestamp: Math.floor(Date.now() / 1000) }, secret)
    const status = await post(url, { headers, body }).catch(() => 0)
    underway.delete(seq)
    if (stopped) return
    if (status >= 200 && status < 300) deliveries.remove(seq)
    else {
      const wait = backoff(tries + 1, retryBase)
      deliveries.postpone(seq, wait === null ? null : Date.now() + wait)
    }
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
