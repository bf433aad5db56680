import {
  createCategory,
  createCollection,
  listCategories,
  listCollectionProducts,
  listCollections,
  listProducts,
  showCategory,
  showCollection,
  showProduct,
} from '@souk/contracts/catalog'
import type { Call } from '@souk/kit/contract'
import { guest } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from './service.ts'
import { openTestCatalog, type TestCatalog } from './test-shop.ts'

let shop: TestCatalog
const hidden: { id: string; slug: string }[] = []
const WORD = 'Unmentionable'

beforeAll(async () => {
  shop = await openTestCatalog()
  const category = await shop.order(createCategory, { name: 'Seen' })
  const draft = { title: WORD, categoryIds: [category.id], status: 'draft' as const }
  hidden.push(await shop.put(draft))
  hidden.push(await shop.put({ ...draft, status: 'archived' }))
  hidden.push(await shop.put({ ...draft, publishAt: '2999-01-01T00:00:00Z' }))
  const productIds = hidden.map(({ id }) => id)
  const members = { kind: 'manual' as const, productIds }
  await shop.order(createCollection, { title: 'Seen', status: 'published', members })
  hidden.push(await shop.order(createCollection, { title: WORD, members }))
})
afterAll(() => shop.stage.stop())

/** What to ask a call for to be shown one of them, if it shows them at all. */
const asked: [Call, (one: { id: string; slug: string }) => object[]][] = [
  [
    listProducts,
    () => [{ limit: 100 }, { category: 'seen', sort: 'title' }, { currency: 'EUR', sort: 'price' }],
  ],
  [showProduct, ({ id, slug }) => [{ idOrSlug: id }, { idOrSlug: slug }]],
  [listCategories, () => [{}]],
  [showCategory, ({ slug }) => [{ idOrSlug: 'seen' }, { idOrSlug: slug }]],
  [listCollections, () => [{ limit: 100 }]],
  [showCollection, ({ id, slug }) => [{ idOrSlug: 'seen' }, { idOrSlug: id }, { idOrSlug: slug }]],
  [
    listCollectionProducts,
    ({ id, slug }) => [
      { idOrSlug: 'seen' },
      { idOrSlug: 'seen', sort: 'newest' },
      { idOrSlug: id },
      { idOrSlug: slug },
    ],
  ],
]

describe('what is not published', () => {
  const open = catalog().answers.filter(({ contract }) => contract.path.startsWith('/store/'))

  it('is looked for behind every door shoppers have', () => {
    expect(open.map(({ contract }) => contract.name).sort()).toEqual(asked.map(([{ name }]) => name).sort())
  })

  it.each(asked)('is on no page of $name', async (contract, inputs) => {
    for (const one of hidden) {
      for (const input of inputs(one)) {
        const reply = JSON.stringify(await shop.stage.ask(contract, input as never, { as: guest }))
        for (const { id } of hidden) expect(reply.replace(JSON.stringify(input), '')).not.toContain(`"${id}"`)
        expect(reply).not.toContain(WORD)
      }
    }
  })
})
