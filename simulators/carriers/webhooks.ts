import { poster } from '../payments/post.ts'
import { signedHeaders } from '../payments/sign.ts'
import type { Book } from './book.ts'

const MOST_TRIES = 10

/**
 * Tells the shop of scans until it answers 2xx, one after the other. At least once, and after a failed try out of
 * order. Without an address they wait.
 */
export function startWebhooks(
  { deliveries }: Book,
  { secret, retryBase }: { secret: string; retryBase: number },
) {
  const { post, close } = poster(1)
  let [address, timer, isBusy, isStopped]: [string, NodeJS.Timeout | undefined, boolean, boolean] = [
    '',
    undefined,
    false,
    false,
  ]

  async function pump(): Promise<void> {
    clearTimeout(timer)
    if (isBusy || isStopped || address === '') return
    isBusy = true
    for (let due = deliveries.nextDue(Date.now()); due && !isStopped; due = deliveries.nextDue(Date.now())) {
      const { seq, id, body, tries } = due
      const timestamp = Math.floor(Date.now() / 1000)
      const status = await post(address, {
        body,
        headers: signedHeaders({ id, body, timestamp }, secret),
      }).catch(() => 0)
      if (isStopped) return
      if (status >= 200 && status < 300) deliveries.remove(seq)
      else if (tries + 1 >= MOST_TRIES) deliveries.remove(seq)
      else deliveries.postpone(seq, Date.now() + retryBase * 2 ** tries)
    }
    isBusy = false
    const at = deliveries.wakeAt()
    if (at !== null && !isStopped) timer = setTimeout(pump, Math.max(1, at - Date.now()))
  }

  return {
    pump: () => void pump(),
    setAddress(url: string) {
      address = url
      void pump()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      close()
    },
  }
}
