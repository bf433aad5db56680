import { expect, it } from 'vitest'
import { type Page, pageFor } from './page-for.ts'

type Item = { id: string }
const named = (count: number): Item[] => Array.from({ length: count }, (_, at) => ({ id: `item_${at}` }))

/** A list as contracts page it: the cursor is the last id shown. */
const contractOver =
  (all: () => readonly Item[]) =>
  async ({ limit, cursor }: { limit: number; cursor: string | undefined }) => {
    const from = cursor === undefined ? 0 : all().findIndex(({ id }) => id === cursor) + 1
    const items = all().slice(from, from + limit)
    const nextCursor = from + limit < all().length ? (items.at(-1)?.id ?? null) : null
    return { ok: true as const, body: { items, nextCursor } }
  }

const idsOf = (page: Page) => page.items.map((item) => (item as Item).id)
const asPage = async (asked: ReturnType<typeof pageFor>): Promise<Page> => {
  const page = await asked
  if (typeof page === 'string' || 'refusal' in page) throw new Error('there is no such page')
  return page
}

it('goes on behind every item, whatever page it stood on, and shows each once', async () => {
  const all = named(23)
  const ask = contractOver(() => all)
  for (const first of [1, 4, 7, 23, 50]) {
    const shown: string[] = []
    for (let page = await asPage(pageFor({ first }, ask)); ; ) {
      shown.push(...idsOf(page))
      for (const [at, id] of idsOf(page).entries()) {
        const behind = await asPage(pageFor({ first: 3, after: page.cursorOf(at) }, ask))
        const place = all.findIndex((one) => one.id === id) + 1
        expect(idsOf(behind)).toEqual(all.slice(place, place + 3).map((one) => one.id))
        expect([behind.hasNextPage, behind.hasPreviousPage]).toEqual([place + 3 < all.length, true])
      }
      if (!page.hasNextPage) break
      page = await asPage(pageFor({ first, after: page.endCursor }, ask))
    }
    expect(shown).toEqual(all.map(({ id }) => id))
  }
})

it('shows nothing twice when something new came before', async () => {
  let all = named(10)
  const ask = contractOver(() => all)
  const page = await asPage(pageFor({ first: 5 }, ask))
  all = [{ id: 'new' }, ...all]
  const behind = await asPage(pageFor({ first: 2, after: page.cursorOf(2) }, ask))
  expect(idsOf(behind)).toEqual(['item_3', 'item_4'])
})

it('an empty list has neither an end nor a next page', async () => {
  const page = await asPage(
    pageFor(
      { first: 5 },
      contractOver(() => []),
    ),
  )
  expect(page).toMatchObject({ items: [], hasNextPage: false, startCursor: null, endCursor: null })
})

it.each(['~', '~bm90IGpzb24', '~e30', `~${btoa('[null,"gone"]')}`])('knows no place %s', async (after) => {
  expect(
    await pageFor(
      { first: 5, after },
      contractOver(() => named(9)),
    ),
  ).toBe('no such place')
})
