import { catalog } from '@souk/catalog/service'
import { listAttributes, listCollectionProducts, listCollections } from '@souk/contracts/catalog'
import { inventory } from '@souk/inventory/service'
import type { Call, Sent } from '@souk/kit/contract'
import { seededRandom, systemClock } from '@souk/kit/runtime'
import type { Dispatch, Environment } from '@souk/kit/service'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDemo } from './demo-shop.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage([catalog(), inventory], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const load = () => {
  const dispatch: Dispatch = (contract, input, { upload }) =>
    stage.reply(contract, input, { as: staff, ...(upload && { upload }) })
  const environment = { clock: systemClock, random: seededRandom(1) } as Environment
  return loadDemo(dispatch, environment)
}

async function shown<C extends Call>(contract: C, input: Sent<C>) {
  const result = await stage.ask(contract, input, { as: staff })
  return result.ok ? result.body : expect.fail(result.refusal.code)
}

it('the demo shop has attributes that fit and collections with something in them, loaded once or twice', async () => {
  const products = await load()
  expect(await load()).toBe(products)
  const { items } = await shown(listAttributes, {})
  expect(items.map(({ key }) => key).sort()).toEqual([
    'Colours',
    'Made in',
    'Made to order',
    'Material',
    'Weight',
  ])
  expect((await shown(listCollections, {})).items).toHaveLength(2)
  const picked = await shown(listCollectionProducts, { idOrSlug: 'first-things' })
  expect(picked.items.map(({ slug }) => slug)).toEqual([
    'stoneware-mug-wide-handle',
    'whistling-kettle-koln',
    'paper-globe-tinted',
    'wave-lumbar-cushion',
    'plaid-scarf-fringed',
    'canvas-tote-leather-handles',
    'sketchbook-dotted-cover',
    'pen-cup-speckled',
    'acacia-honey',
    'drinking-chocolate-dark',
  ])
  const gifts = await shown(listCollectionProducts, { idOrSlug: 'gifts-under-thirty', limit: 100 })
  expect(gifts.items.length).toBeGreaterThan(20)
  for (const { priceRange, attributes } of gifts.items) {
    expect(priceRange?.min.amount).toBeLessThanOrEqual(3_000)
    expect(attributes['Made to order']).toBe('false')
  }
})
