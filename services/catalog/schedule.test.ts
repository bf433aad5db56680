import {
  createProduct,
  editProduct,
  productPublished,
  productUnpublished,
  publishProduct,
  showProduct,
  showStaffProduct,
  unpublishProduct,
} from '@souk/contracts/catalog'
import { days, minutes, toTimestamp } from '@souk/kit/runtime'
import { guest, staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, openTestCatalog, type TestCatalog } from './test-shop.ts'

let shop: TestCatalog

beforeAll(async () => {
  shop = await openTestCatalog({ replicas: 3 })
})
afterAll(() => shop.stage.stop())

const inMinutes = (count: number) => toTimestamp(shop.stage.clock.now() + minutes(count))
const isSeen = async (idOrSlug: string) => (await shop.stage.ask(showProduct, { idOrSlug }, { as: guest })).ok

async function told(id: string): Promise<string[]> {
  await shop.stage.settle()
  const own = shop.stage.announced().filter(({ subject }) => subject === id)
  return own.map(({ type }) => type)
}

describe('a scheduled product', () => {
  it('goes on sale and comes off at its minutes, told once each though three replicas look', async () => {
    const { id } = await shop.put({ status: 'draft', publishAt: inMinutes(10), unpublishAt: inMinutes(20) })
    shop.stage.clock.forward(minutes(9))
    expect(await told(id)).toEqual([])
    expect(await isSeen(id)).toBe(false)
    shop.stage.clock.forward(minutes(1))
    expect(await told(id)).toEqual([productPublished.type])
    expect(await isSeen(id)).toBe(true)
    expect(await shop.order(showStaffProduct, { id })).toMatchObject({ status: 'published', publishAt: null })
    shop.stage.clock.forward(minutes(10))
    expect(await told(id)).toEqual([productPublished.type, productUnpublished.type])
    expect(await isSeen(id)).toBe(false)
    expect(await shop.order(showStaffProduct, { id })).toMatchObject({
      status: 'draft',
      publishAt: null,
      unpublishAt: null,
      version: 3,
    })
  })

  it('whose time came while the shop was down goes on sale when it is back', async () => {
    const on = await shop.put({ status: 'draft', publishAt: inMinutes(10) })
    const gone = await shop.put({ status: 'draft', publishAt: inMinutes(10), unpublishAt: inMinutes(20) })
    shop.stage.clock.forward(days(2))
    expect(await told(on.id)).toEqual([productPublished.type])
    expect(await told(gone.id)).toEqual([])
    expect([await isSeen(on.id), await isSeen(gone.id)]).toEqual([true, false])
    expect(await shop.order(showStaffProduct, { id: gone.id })).toMatchObject({
      status: 'draft',
      publishAt: null,
      unpublishAt: null,
    })
  })

  it('of more than a lot are all put on sale', async () => {
    const publishAt = inMinutes(5)
    const lines = Array.from({ length: 120 }, (_, index) =>
      JSON.stringify({ handle: `many-${index}`, title: `Many ${index}`, status: 'draft', publishAt }),
    )
    expect(await shop.bring(lines.join('\n'))).toMatchObject({ applied: 120, errors: [] })
    const before = shop.stage.announced(productPublished).length
    shop.stage.clock.forward(minutes(5))
    await shop.stage.settle()
    expect(shop.stage.announced(productPublished)).toHaveLength(before + 120)
  })

  it('follows a change of mind: taken off by hand, nothing brings it back', async () => {
    const { id } = await shop.put({ status: 'draft', publishAt: inMinutes(10) })
    await shop.order(unpublishProduct, { id })
    const early = await shop.put({ status: 'draft', publishAt: inMinutes(10), unpublishAt: inMinutes(90) })
    expect(await shop.order(publishProduct, { id: early.id })).toMatchObject({
      status: 'published',
      publishAt: null,
      unpublishAt: early.unpublishAt,
    })
    const moved = await shop.put({ status: 'draft', publishAt: inMinutes(10) })
    await shop.order(editProduct, { id: moved.id, publishAt: inMinutes(60) })
    shop.stage.clock.forward(minutes(10))
    expect(await told(id)).toEqual([])
    expect(await told(early.id)).toEqual([productPublished.type])
    expect(await told(moved.id)).toEqual([])
  })

  it('is refused a schedule that makes no sense', async () => {
    const create = (given: object) =>
      shop.stage.ask(createProduct, { title: 'Never', ...given }, { as: staff }).then(codeOf)
    const backwards = { publishAt: inMinutes(20), unpublishAt: inMinutes(20) }
    expect(await create(backwards)).toBe('invalid_schedule')
    expect(await create({ status: 'published', publishAt: inMinutes(20) })).toBe('invalid_schedule')
    expect(await create({ status: 'archived', unpublishAt: inMinutes(20) })).toBe('invalid_schedule')
    expect(await create({ publishAt: 'tomorrow' })).toBe('invalid_request')
  })
})
