import { cpus } from 'node:os'
import { Client } from 'undici'
import { askingOver, load } from './load.ts'
import { report } from './report.ts'
import { startShop, withDataFolder } from './shop-process.ts'
import { posting } from './staff.ts'
import { stockUp } from './stock-up.ts'

const PORT = 18_087
const LINES = 200
const PROMOTIONS = 100
const WARMING = 200
const ASKED = 1_000

/** Each takes a twentieth off three of the cart's SKUs, on top of the others, once the cart is worth a little. */
async function promote(url: string, skus: readonly string[]): Promise<void> {
  const post = await posting(url)
  for (let number = 0; number < PROMOTIONS; number++) {
    const items = { skus: [0, 1, 2].map((turn) => skus[(number + turn * 67) % LINES]) }
    await post('/admin/v1/promotions', {
      title: `Bench ${number}`,
      action: { kind: 'percent_off_items', items, percent: '5' },
      conditions: [
        { anyOf: [{ kind: 'subtotal', items: {}, atLeast: [{ amount: 1_000, currency: 'EUR' }] }] },
      ],
      combinesWith: { item: true, order: true, shipping: true },
    })
  }
}

async function fill(url: string, skus: readonly string[]): Promise<string> {
  const connection = new Client(url)
  const ask = askingOver(connection)
  const { id } = JSON.parse((await ask('POST', '/store/v1/carts', { currency: 'EUR' })).body)
  for (const sku of skus.slice(0, LINES)) {
    const { status, body } = await ask('POST', `/store/v1/carts/${id}/lines`, { sku, quantity: 1 })
    if (status !== 200) throw new Error(`${sku} was not added: ${body}`)
  }
  await connection.close()
  return id
}

console.log(
  `\nA cart of ${LINES} lines, ${PROMOTIONS} promotions, ${cpus().length} cores, Node ${process.version}\n`,
)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT })
  try {
    const { skus } = await stockUp(shop.url)
    await promote(shop.url, skus)
    const path = `/store/v1/carts/${await fill(shop.url, skus)}`
    const measure = async (work: Parameters<typeof load>[1]['work']) => {
      await load(shop.url, { clients: 1, count: WARMING, work })
      const measured = await load(shop.url, { clients: 1, count: ASKED, work })
      if (measured.failures > 0) throw new Error(`${measured.failures} of ${ASKED} failed`)
      return measured
    }
    const added = await measure(async (ask, index) => {
      const sku = skus[index % LINES]
      return (await ask('POST', `${path}/lines`, { sku, quantity: 1 })).status === 200
    })
    const shown = await measure(async (ask) => (await ask('GET', `${path}?explain=true`)).status === 200)
    await report('large-cart-', [
      { name: 'add to a cart of 200 lines, p50', value: added.p50, unit: 'ms', goal: {} },
      { name: 'add to a cart of 200 lines, p99', value: added.p99, unit: 'ms', goal: { atMost: 50 } },
      { name: 'that cart with every rule explained, p50', value: shown.p50, unit: 'ms', goal: {} },
      { name: 'that cart with every rule explained, p99', value: shown.p99, unit: 'ms', goal: {} },
    ])
  } finally {
    await shop.stop()
  }
})
