import { createProduct, editVariant, listProducts, showProduct } from '@souk/contracts/catalog'
import { type AnswerOf, bodyOf, type Call, type Sent } from '@souk/kit/contract'
import { inProcessTransport } from '@souk/kit/messaging'
import { seededRandom, systemClock, timeOrderedIds } from '@souk/kit/runtime'
import { type Dispatch, type Environment, openService, type RunningService } from '@souk/kit/service'
import { createMetrics, newTrace, noMemory, silentLog, silentTracer } from '@souk/kit/telemetry'
import { cloneDatabase, staff, type TestDatabase, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { catalog } from './service.ts'

const random = seededRandom(7)
let database: TestDatabase
let replicas: RunningService[]

beforeAll(async () => {
  database = await cloneDatabase(testCluster(), catalog())
  replicas = [await open(), await open()]
})
afterAll(async () => {
  await Promise.all(replicas.map((one) => one.stop()))
  await database.drop()
})

const open = () => {
  const environment: Environment = {
    clock: systemClock,
    random,
    ids: timeOrderedIds(systemClock, random),
    log: silentLog,
    memory: noMemory(systemClock),
    metrics: createMetrics(),
    tracer: () => silentTracer,
    checksAnswers: true,
  }
  const definition = catalog()
  const transport = inProcessTransport([definition])
  return openService(definition, { environment, database: database.address, transport, dispatch: shelves })
}

/** An inventory that has plenty of everything. */
const shelves: Dispatch = async (_contract, { items }) => ({
  ok: true,
  status: 200,
  body: { items: (items as { sku: string }[]).map(({ sku }) => ({ sku, availability: 'in_stock' })) },
})

async function ask<C extends Call>(
  replica: number,
  contract: C,
  input: Sent<C>,
): Promise<AnswerOf<C>['body']> {
  const context = { caller: staff, trace: newTrace(random, false), deadline: Date.now() + 5_000 }
  const reply = await replicas[replica]?.answer(contract, input as Record<string, unknown>, context)
  if (!reply?.ok) throw new Error(`refused: ${reply?.refusal.code}`)
  return bodyOf(reply) as AnswerOf<C>['body']
}

const eur = (amount: number) => ({ amount, currency: 'EUR' })

it('shows a new price in every replica within a second, on pages and in lists', async () => {
  const variants = [{ sku: 'TWICE', prices: [eur(1_000)] }]
  const product = await ask(0, createProduct, { title: 'Kept twice', status: 'published', variants })
  const { id } = product
  const variantId = product.variants[0]?.id ?? ''
  const pricesIn = async (replica: number) => {
    const shown = await ask(replica, showProduct, { idOrSlug: id })
    const [listed] = (await ask(replica, listProducts, {})).items
    return [shown.priceRange?.min.amount, listed?.priceRange?.min.amount]
  }
  await expect.poll(() => pricesIn(1)).toEqual([1_000, 1_000])
  await ask(0, editVariant, { id, variantId, prices: [eur(2_000)] })
  expect(await pricesIn(0)).toEqual([2_000, 2_000])
  await expect.poll(() => pricesIn(1), { timeout: 1_000, interval: 10 }).toEqual([2_000, 2_000])
})
