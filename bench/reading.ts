import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { median } from './load.ts'

const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
const CONNECTIONS = 16
/** Until the compiler has settled, in both alike. */
const WARMING = 100_000
const ROUNDS = 9
const SECONDS = 2

/**
 * Requests per second of a page against bare node:http sending the same body. Short rounds of the two alternate, so
 * that whatever else the machine does falls on both; the median of the rounds' ratios counts.
 */
export async function readRatio(page: string): Promise<number> {
  const body = await (await fetch(page)).text()
  const child = fork(BARE, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.send({ body })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const bare = `http://127.0.0.1:${port}/`
  try {
    for (const url of [bare, page]) await autocannon({ url, connections: CONNECTIONS, amount: WARMING })
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const ceiling = await rate(bare)
      ratios.push((await rate(page)) / ceiling)
    }
    return median(ratios)
  } finally {
    child.disconnect()
  }
}

async function rate(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed`)
  return requests.average
}
