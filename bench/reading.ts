import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
const CONNECTIONS = 16
const SECONDS = 4

export interface ReadRatio {
  readonly bare: number
  readonly shop: number
  readonly ratio: number
}

/** Requests per second of a page against bare node:http sending the same bytes: one after the other, in one run. */
export async function readRatio(url: string): Promise<ReadRatio> {
  const body = await (await fetch(url)).text()
  const child = fork(BARE, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.send({ body })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  try {
    const bare = await rate(`http://127.0.0.1:${port}/`)
    const shop = await rate(url)
    return { bare, shop, ratio: shop / bare }
  } finally {
    child.disconnect()
  }
}

async function rate(url: string): Promise<number> {
  await autocannon({ url, connections: CONNECTIONS, duration: 1 })
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed`)
  return requests.average
}
