import { Client } from 'undici'
import { fillCart, type Shelf } from './buying.ts'
import { type Asking, askingOver } from './load.ts'

export interface Log {
  /** Milliseconds of every request that was answered as it should be. */
  readonly times: number[]
  /** What went wrong with the others. */
  readonly failed: string[]
  /** Where to read the orders that were acknowledged. */
  readonly orders: string[]
}

interface Shopping {
  readonly shelf: Shelf & { readonly page: string; readonly list: string }
  readonly isOpen: () => boolean
}

const LOOKS = 5
/** One of so many carts is bought. */
const BUYS_EVERY = 3
let keys = 0

/** One person with one line that is kept open, who looks, fills carts and buys, and asks nothing twice. */
export async function shopAlong(url: string, { shelf, isOpen }: Shopping, log: Log): Promise<void> {
  const line = new Client(url)
  const ask = judged(askingOver(line), log)
  const [page, list] = [shelf.page, shelf.list].map((one) => one.slice(url.length)) as [string, string]
  for (let turn = 0; isOpen(); turn++) {
    try {
      for (let look = 0; look < LOOKS; look++) await ask('GET', look % 2 ? list : page)
      const cart = await fillCart(ask, shelf, turn)
      if (turn % BUYS_EVERY === 0) log.orders.push(await buy(ask, cart))
    } catch (fault) {
      if (!(fault instanceof Failed)) throw fault
    }
  }
  await line.close()
}

class Failed extends Error {}

/** Whatever is no good answer is a failed request. */
const judged =
  (ask: Asking, { times, failed }: Log): Asking =>
  async (method, path, body, headers) => {
    const begun = performance.now()
    const answered = await ask(method, path, body, headers).catch((fault) => ({
      status: 0,
      body: String(fault),
    }))
    if (answered.status === 200 || answered.status === 201) {
      times.push(performance.now() - begun)
      return answered
    }
    failed.push(`${method} ${path}: ${answered.status} ${answered.body.slice(0, 300)}`)
    throw new Failed()
  }

async function buy(ask: Asking, cart: string): Promise<string> {
  const body = { paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }
  const key = { 'idempotency-key': `restart-${process.pid}-${++keys}` }
  const answered = await ask('POST', `/store/v1/carts/${cart}/complete`, body, key)
  const { order } = JSON.parse(answered.body)
  return `/store/v1/orders/${order.id}?token=${order.token}`
}
