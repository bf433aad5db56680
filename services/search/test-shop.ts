import {
  createAttribute,
  createCategory,
  createProduct,
  editVariant,
  type StaffProduct,
} from '@souk/contracts/catalog'
import { searchProducts } from '@souk/contracts/search'
import type { Sent } from '@souk/kit/contract'
import type { ServiceDefinition } from '@souk/kit/service'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { search } from './service.ts'

export let stage: Stage
let made = 0

/** Opens search beside those that tell it, for one test file. */
export function openShop(beside: readonly ServiceDefinition[], replicas = 1): void {
  beforeAll(async () => {
    const services = [...beside, search({ currency: 'EUR' })]
    stage = await openStage(services, { cluster: testCluster(), replicas })
  })
  afterAll(() => stage.stop())
}

export const eur = (amount: number) => ({ amount, currency: 'EUR' })
export const usd = (amount: number) => ({ amount, currency: 'USD' })

export function got<T>(
  result: { ok: true; body: T } | { ok: false; refusal: { code: string; detail?: string | undefined } },
): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.detail ?? ''}`)
  return result.body
}

/** Puts a product of one variant on sale, unless told otherwise; it is searched once the shop has settled. */
export async function put(given: Partial<Sent<typeof createProduct>> = {}): Promise<StaffProduct> {
  const number = ++made
  // Ids are ordered by time of creation.
  stage.clock.forward(1)
  const variants = [{ sku: `SKU-${number}`, prices: [eur(1_990)], quantity: 10 }]
  const product = { title: `Thing ${number}`, status: 'published' as const, variants, ...given }
  return got(await stage.ask(createProduct, product, { as: staff }))
}

export const file = async (name: string, parentId: string | null = null) =>
  got(await stage.ask(createCategory, { name, parentId }, { as: staff }))

export const define = async (given: Sent<typeof createAttribute>) =>
  got(await stage.ask(createAttribute, given, { as: staff }))

export const reprice = async ({ id, variants }: StaffProduct, amount: number) =>
  got(
    await stage.ask(
      editVariant,
      { id, variantId: variants[0]?.id ?? '', prices: [eur(amount)] },
      { as: staff },
    ),
  )

export const look = async (query: Sent<typeof searchProducts>) =>
  got(await stage.ask(searchProducts, query, { as: guest }))

/** Titles found, in order. What was written is searched as soon as every replica has heard of it. */
export const titles = async (query: Sent<typeof searchProducts>) =>
  (await look(query)).items.map(({ title }) => title)

/** Lets events arrive, and waits for what is then found. */
export async function finds(query: Sent<typeof searchProducts>, expected: readonly string[]): Promise<void> {
  await stage.settle()
  const isFound = async () => expect(await titles(query)).toEqual(expected)
  await vi.waitFor(isFound, { timeout: 5_000, interval: 10 })
}

/** The values of a facet and how many products have each. */
export const facet = async (name: string, query: Sent<typeof searchProducts> = {}) => {
  const { facets } = await look(query)
  const found = facets.find((one) => one.name === name)
  return Object.fromEntries((found?.values ?? []).map(({ value, count }) => [value, count]))
}
