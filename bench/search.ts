import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { searchProducts, suggestSearches } from '@souk/contracts/search'
import { connect, type DatabaseAddress } from '@souk/kit/database'
import { inProcessTransport } from '@souk/kit/messaging'
import { search } from '@souk/search/service'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'
import { prepareDatabases } from '../embedded/prepare-databases.ts'
import { toEntry } from '../services/search/domain/entry.ts'
import { columnsCopy } from '../services/search/store/columns-copy.ts'
import { searchStore } from '../services/search/store/search-store.ts'
import { quantile } from './load.ts'
import { environment, type Opened, openAlone } from './opened-service.ts'
import { report } from './report.ts'
import { makeProduct, pickingBy, someWords } from './searched-products.ts'
import { withDataFolder } from './shop-process.ts'
import type { Figure } from './table.ts'

const PRODUCTS = Number(process.argv[2] ?? 100_000)
const PORTION = 500
const PER_SECOND = 50
const SECONDS = 40
const WARM_UP_SECONDS = 5
const SEED = 11

/** Straight into the index, as if the catalog had been asked for each. */
async function fill(address: DatabaseAddress): Promise<void> {
  const sql = connect(address, { connections: 1 })
  // Nobody is there to list what is for sale: the first index is the one filled here.
  await sql`update index_state set generation = 1`
  const made = { pick: pickingBy(SEED), ids: environment.ids }
  for (let from = 0; from < PRODUCTS; from += PORTION) {
    const products = Array.from({ length: PORTION }, (_, index) => makeProduct(from + index, made))
    await sql.begin((tx) => searchStore(columnsCopy())(tx as never).index.keep(products.map(toEntry), []))
  }
  await sql.end()
}

const { kinds, colours, materials, manners, vocabulary } = someWords
const pick = pickingBy(SEED + 1)
const kind = () => pick.one(kinds).kind
const swapped = (word: string) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`

/** What shoppers ask for, by how often in a hundred. */
const ASKED: readonly (readonly [name: string, share: number, query: () => Record<string, unknown>])[] = [
  ['one word', 15, () => ({ q: `${kind()}s` })],
  ['two words', 25, () => ({ q: `${pick.one(materials)} ${kind()}` })],
  ['three words', 10, () => ({ q: `${pick.one(manners)} ${pick.one(materials)} ${kind()}` })],
  ['a word of descriptions', 5, () => ({ q: pick.common(vocabulary) })],
  ['two words with filters', 15, () => ({ q: kind(), ...narrowed() })],
  ['a typo', 10, () => ({ q: swapped(kind()) })],
  ['a category', 10, () => ({ category: pick.one(kinds).category.toLowerCase(), ...narrowed() })],
  ['everything, by price', 2, () => ({ sort: 'price' })],
  ['suggestions', 8, () => ({ suggest: kind().slice(0, 3) })],
]
const narrowed = () => ({
  attr: { Colour: [pick.one(colours), pick.one(colours)] },
  maxPrice: 10_000,
  inStock: true,
})
const lots = ASKED.flatMap((one) => Array.from({ length: one[1] }, () => one))

/** A search every few milliseconds, however long the answers take: times by what was asked. */
async function ask({ ask }: Opened, seconds: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(ASKED.map(([name]) => [name, []]))
  const begun = performance.now()
  const one = async (due: number) => {
    const [name, , query] = pick.one(lots)
    const { suggest, ...sought } = query()
    const outcome = suggest ? await ask(suggestSearches, { q: suggest }) : await ask(searchProducts, sought)
    if (!outcome.ok) throw new Error(`a search was refused: ${JSON.stringify(outcome)}`)
    times.get(name)?.push(performance.now() - due)
  }
  const asked: Promise<void>[] = []
  for (let turn = 0; turn < seconds * PER_SECOND; turn++) {
    const due = begun + (turn * 1_000) / PER_SECOND
    if (due > performance.now()) await pause(due - performance.now())
    asked.push(one(due))
  }
  await Promise.all(asked)
  return times
}

const figures: Figure[] = []
const note = (name: string, times: readonly number[], goal: Figure['goal'] = {}) => {
  const sorted = times.toSorted((a, b) => a - b)
  figures.push({ name: `${name}, p50`, value: quantile(sorted, 0.5), unit: 'ms', goal: {} })
  figures.push({ name: `${name}, p99`, value: quantile(sorted, 0.99), unit: 'ms', goal })
}

console.log(
  `\n${PER_SECOND} searches a second in ${PRODUCTS} products for ${SECONDS} s, ${cpus().length} cores ` +
    `(${cpus()[0]?.model}), Node ${process.version}\n`,
)
await withDataFolder(async (folder) => {
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres') })
  try {
    const definition = search({ currency: 'EUR' })
    const databases = await prepareDatabases({ ...postgres, database: 'postgres' }, [definition], 'bench')
    const filling = performance.now()
    await fill(databases.get('search') as DatabaseAddress)
    figures.push({
      name: 'indexing',
      value: (performance.now() - filling) / 1_000,
      unit: 's',
      goal: { atMost: 300 },
    })
    const shop = await openAlone(definition, { databases, transport: inProcessTransport([definition]) })
    const opening = performance.now()
    await shop.ask(searchProducts, {})
    figures.push({ name: 'first answer', value: performance.now() - opening, unit: 'ms', goal: {} })
    await ask(shop, WARM_UP_SECONDS)
    const times = await ask(shop, SECONDS)
    note('all', [...times.values()].flat(), { atMost: 80 })
    for (const [name, own] of times) note(`  ${name}`, own)
    await shop.stop()
  } finally {
    await postgres.stop()
  }
})
await report('search-', figures)
