import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import {
  createProduct,
  exportProducts,
  type ImportReport,
  importProducts,
  type StaffProduct,
} from '@souk/contracts/catalog'
import type { Call, Result, Sent } from '@souk/kit/contract'
import type { Dispatch } from '@souk/kit/service'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { catalog } from './service.ts'

type Accepted<C extends Call> = Extract<Result<C>, { ok: true }>['body']

/** An inventory that has plenty of everything. */
export const others: Dispatch = async (_contract, { items }) => ({
  ok: true,
  status: 200,
  body: { items: (items as { sku: string }[]).map(({ sku }) => ({ sku, availability: 'in_stock' })) },
})

/** A catalog, and the words tests ask it in. */
export async function openTestCatalog({ replicas = 1 } = {}) {
  const stage = await openStage([catalog()], { cluster: testCluster(), replicas, others })
  let made = 0

  /** What staff ask, and is not refused. */
  async function order<C extends Call>(contract: C, input: Sent<C>, ifMatch?: string): Promise<Accepted<C>> {
    return accepted(await stage.ask(contract, input, { as: staff, ...(ifMatch && { ifMatch }) }))
  }

  /** A published product of one variant, unless told otherwise. */
  const put = (given: Partial<Sent<typeof createProduct>> = {}): Promise<StaffProduct> => {
    const number = ++made
    const variants = [{ sku: `SKU-${number}`, prices: [eur(1_990)] }]
    return order(createProduct, { title: `Thing ${number}`, status: 'published', variants, ...given })
  }

  const bring = async (
    file: string,
    { contentType = 'application/x-ndjson', ...query }: { contentType?: string; currency?: string } = {},
  ): Promise<ImportReport> => {
    const upload = { contentType, stream: Readable.from([Buffer.from(file)]) }
    return accepted(await stage.ask(importProducts, query, { as: staff, upload }))
  }

  const take = async (query: Sent<typeof exportProducts> = {}): Promise<string> =>
    text((await order(exportProducts, query)) as Readable)

  return { stage, order, put, bring, take }
}

export type TestCatalog = Awaited<ReturnType<typeof openTestCatalog>>

/** What shoppers are shown. */
export async function browse<C extends Call>(
  stage: Stage,
  contract: C,
  input: Sent<C>,
): Promise<Accepted<C>> {
  return accepted(await stage.ask(contract, input, { as: guest }))
}

export const eur = (amount: number) => ({ amount, currency: 'EUR' })
export const usd = (amount: number) => ({ amount, currency: 'USD' })

function accepted<C extends Call>(result: Result<C>): Accepted<C> {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}: ${result.refusal.detail}`)
  return result.body
}

export const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code
