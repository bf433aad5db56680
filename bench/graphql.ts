import { cpus } from 'node:os'
import autocannon from 'autocannon'
import { median } from './load.ts'
import { report } from './report.ts'
import { startShop, withDataFolder } from './shop-process.ts'

const PORT = 18_085
const CONNECTIONS = 16
const WARMING = 20_000
const ROUNDS = 7
const SECONDS = 2

/** What the list shows by REST, without what a page of products does not show. */
const QUERY = `{ products(first: 20) { edges { cursor node { id slug title images { url alt }
  priceRange { min { amount currency } max { amount currency } }
  variants { id sku title price { amount currency } availability } } } pageInfo { hasNextPage endCursor } } }`

interface Target {
  readonly url: string
  readonly method?: 'POST'
  readonly body?: string
  readonly headers?: Record<string, string>
}

async function rate(target: Target): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    ...target,
    connections: CONNECTIONS,
    duration: SECONDS,
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${target.url} failed`)
  return requests.average
}

console.log(`\nGraphQL against REST on ${cpus().length} cores, Node ${process.version}, ${ROUNDS} rounds\n`)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT })
  try {
    const rest: Target = { url: `${shop.url}/store/v1/products?limit=20` }
    const graphql: Target = {
      url: `${shop.url}/graphql`,
      method: 'POST',
      body: JSON.stringify({ query: QUERY }),
      headers: { 'content-type': 'application/json' },
    }
    for (const target of [rest, graphql])
      await autocannon({ ...target, connections: CONNECTIONS, amount: WARMING })
    const rounds: { rest: number; graphql: number }[] = []
    // Rounds of the two alternate, so that whatever else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ rest: await rate(rest), graphql: await rate(graphql) })
    await report('graphql-', [
      {
        name: 'list of 20 products by REST',
        value: median(rounds.map(({ rest }) => rest)),
        unit: '/s',
        goal: {},
      },
      {
        name: 'the same by GraphQL',
        value: median(rounds.map(({ graphql }) => graphql)),
        unit: '/s',
        goal: {},
      },
      {
        name: 'GraphQL of REST',
        value: median(rounds.map(({ rest, graphql }) => graphql / rest)),
        unit: '',
        goal: { atLeast: 0.3 },
      },
    ])
  } finally {
    await shop.stop()
  }
})
