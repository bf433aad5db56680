import {
  categoryMoved,
  createCategory,
  editCategory,
  listCategories,
  listProducts,
  showCategory,
  showProduct,
} from '@souk/contracts/catalog'
import { guest, staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browse, codeOf, openTestCatalog, type TestCatalog } from './test-shop.ts'

let shop: TestCatalog

beforeAll(async () => {
  shop = await openTestCatalog()
})
afterAll(() => shop.stage.stop())

const category = (name: string, parentId: string | null = null) =>
  shop.order(createCategory, { name, parentId })
const namesOf = (refs: readonly { name: string }[]) => refs.map(({ name }) => name)
const wayTo = async (idOrSlug: string) =>
  namesOf((await browse(shop.stage, showCategory, { idOrSlug })).breadcrumbs)

describe('a category', () => {
  it('is shown by id or slug with the way to it and what is right below it, in order', async () => {
    const house = await category('House')
    const garden = await category('Garden', house.id)
    const pots = await category('Pots', garden.id)
    await category('Beds', garden.id)
    await shop.order(editCategory, { id: pots.id, position: 7 })
    const shown = await browse(shop.stage, showCategory, { idOrSlug: 'garden' })
    expect(shown).toMatchObject({ id: garden.id, slug: 'garden', name: 'Garden' })
    expect(shown.breadcrumbs.map(({ id, slug }) => [id, slug])).toEqual([
      [house.id, 'house'],
      [garden.id, 'garden'],
    ])
    expect(namesOf(shown.children)).toEqual(['Beds', 'Pots'])
    expect(await browse(shop.stage, showCategory, { idOrSlug: garden.id })).toEqual(shown)
    const missed = await shop.stage.ask(showCategory, { idOrSlug: 'nowhere' }, { as: guest })
    expect(codeOf(missed)).toBe('not_found')
  })

  it('moved takes all below along: ways, products and those who overhear know at once', async () => {
    const [here, there] = [await category('Here'), await category('There')]
    const branch = await category('Branch', here.id)
    const leaf = await category('Leaf', branch.id)
    const { slug } = await shop.put({ categoryIds: [leaf.id] })
    const wayToProduct = async () =>
      namesOf((await browse(shop.stage, showProduct, { idOrSlug: slug })).breadcrumbs ?? [])
    expect(await wayToProduct()).toEqual(['Here', 'Branch', 'Leaf'])
    const moved = await shop.order(editCategory, { id: branch.id, parentId: there.id })
    expect(await wayTo('leaf')).toEqual(['There', 'Branch', 'Leaf'])
    expect(await wayToProduct()).toEqual(['There', 'Branch', 'Leaf'])
    const found = await browse(shop.stage, listProducts, { category: 'there' })
    expect(found.items.map((one) => one.slug)).toEqual([slug])
    await shop.order(editCategory, { id: branch.id, name: 'Bough' })
    await shop.stage.settle()
    expect(shop.stage.announced(categoryMoved).map(({ data }) => data)).toEqual([
      {
        categoryId: branch.id,
        slug: 'branch',
        name: 'Branch',
        parentId: there.id,
        path: [there.id, branch.id],
        version: moved.version,
      },
    ])
  })

  it('never ends in a ring, whichever of many moves at once come first', async () => {
    const ids: string[] = []
    for (let index = 0; index < 5; index++) ids.push((await category(`Ring ${index}`)).id)
    const moves = ids.map((id, index) => ({ id, parentId: ids[(index + 1) % ids.length] ?? null }))
    const results = await Promise.all(moves.map((move) => shop.stage.ask(editCategory, move, { as: staff })))
    expect(results.map(codeOf).filter((code) => code !== undefined)).toEqual(['category_cycle'])
    const tree = JSON.stringify(await browse(shop.stage, listCategories, {}))
    for (const id of ids) expect(tree).toContain(id)
  })
})

it('a product in no category has no way to it', async () => {
  const { slug } = await shop.put()
  expect((await browse(shop.stage, showProduct, { idOrSlug: slug })).breadcrumbs ?? []).toEqual([])
})
