import { expect, it } from 'vitest'
import { pageNumbers } from './pages.ts'

/** A list of three pages, and what was asked of it. */
function threePages() {
  const asked: (string | undefined)[] = []
  const read = async (cursor: string | undefined) => {
    asked.push(cursor)
    const page = Number(cursor ?? 1)
    return { items: [`item of page ${page}`], nextCursor: page < 3 ? String(page + 1) : null }
  }
  return { asked, read }
}

it('turns to the next page by the cursor of the one before', async () => {
  const { asked, read } = threePages()
  const turnTo = pageNumbers()
  expect(await turnTo({ query: 'all', page: 1 }, read)).toEqual({
    items: ['item of page 1'],
    hasNextPage: true,
  })
  expect(await turnTo({ query: 'all', page: 2 }, read)).toMatchObject({ items: ['item of page 2'] })
  expect(asked).toEqual([undefined, '2'])
})

it('walks to a page it has not seen from the nearest one it has', async () => {
  const { asked, read } = threePages()
  const turnTo = pageNumbers()
  expect(await turnTo({ query: 'all', page: 3 }, read)).toEqual({
    items: ['item of page 3'],
    hasNextPage: false,
  })
  expect(asked).toEqual([undefined, '2', '3'])
})

it('has nothing on pages after the last', async () => {
  const { read } = threePages()
  expect(await pageNumbers()({ query: 'all', page: 9 }, read)).toEqual({ items: [], hasNextPage: false })
})

it('keeps the pages of different questions apart', async () => {
  const { asked, read } = threePages()
  const turnTo = pageNumbers()
  await turnTo({ query: 'drafts', page: 1 }, read)
  await turnTo({ query: 'all', page: 2 }, read)
  expect(asked).toEqual([undefined, undefined, '2'])
})
