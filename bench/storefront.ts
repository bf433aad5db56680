import { cpus } from 'node:os'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { median } from './load.ts'
import { report } from './report.ts'
import { startShop, withDataFolder } from './shop-process.ts'
import { stockUp } from './stock-up.ts'

const PORT = 18_089
const CONNECTIONS = 8
const WARMING_SECONDS = 4
const SECONDS = 4
const ROUNDS = 5

async function rate(url: string, setupRequest?: () => string, duration = SECONDS): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration,
    ...(setupRequest && { requests: [{ setupRequest: (given) => ({ ...given, path: setupRequest() }) }] }),
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed`)
  return requests.average
}

/** Of all scripts a page names, as they would travel. */
async function bytesOf(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const scripts = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path)
  const sizes = [...new Set(scripts)].map(async (path) => {
    const code = await (await fetch(new URL(path as string, url))).arrayBuffer()
    return gzipSync(Buffer.from(code)).length
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

console.log(`\nProduct pages on ${cpus().length} cores, Node ${process.version}, ${ROUNDS} rounds\n`)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT })
  try {
    const page = (await stockUp(shop.url)).page.replace('/store/v1', '')
    const path = new URL(page).pathname
    let count = 0
    // Each address is asked for once: nothing is there to be recalled.
    const anew = () => `${path}?visit=${++count}`
    await rate(page, anew, WARMING_SECONDS)
    await rate(page, undefined, WARMING_SECONDS)
    const rounds: { recalled: number; anew: number }[] = []
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ recalled: await rate(page), anew: await rate(page, anew) })
    await report('storefront-', [
      {
        name: 'product page, recalled',
        value: median(rounds.map(({ recalled }) => recalled)),
        unit: '/s',
        goal: { atLeast: 1_000 },
      },
      {
        name: 'product page, rendered anew',
        value: median(rounds.map(({ anew }) => anew)),
        unit: '/s',
        goal: { atLeast: 250 },
      },
      {
        name: 'its scripts, gzipped',
        value: (await bytesOf(page)) / 1_024,
        unit: 'KiB',
        goal: { atMost: 130 },
      },
    ])
  } finally {
    await shop.stop()
  }
})
