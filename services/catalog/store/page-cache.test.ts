import { rendered } from '@souk/kit/contract'
import { describe, expect, it } from 'vitest'
import { type Page, pageCache } from './page-cache.ts'

const page = (text: string, ...about: string[]): Page => ({
  rendered: rendered(Buffer.from(text), `"${text}"`),
  about,
})

/** A page whose making ends when told to. */
function slowPage() {
  const { promise, resolve } = Promise.withResolvers<Page>()
  let begun = 0
  const make = () => {
    begun += 1
    return promise
  }
  return { make, finish: resolve, timesBegun: () => begun }
}

describe('a page', () => {
  it('is made once and kept', async () => {
    const pages = pageCache(10_000)
    await pages.load('a', async () => page('one', 'prod_1'))
    expect(pages.get('a')?.etag).toBe('"one"')
  })

  it('is made once for all who ask meanwhile', async () => {
    const pages = pageCache(10_000)
    const slow = slowPage()
    const both = Promise.all([pages.load('a', slow.make), pages.load('a', slow.make)])
    slow.finish(page('one'))
    expect((await both).map((one) => one?.etag)).toEqual(['"one"', '"one"'])
    expect(slow.timesBegun()).toBe(1)
  })

  it('that is nothing is not kept', async () => {
    const pages = pageCache(10_000)
    expect(await pages.load('a', async () => undefined)).toBeUndefined()
    expect(await pages.load('a', async () => page('one'))).toMatchObject({ etag: '"one"' })
  })

  it('goes when a product on it changes, and others stay', async () => {
    const pages = pageCache(10_000)
    await pages.load('a', async () => page('one', 'prod_1', 'prod_2'))
    await pages.load('b', async () => page('two', 'prod_2'))
    pages.forget('prod_1')
    expect([pages.get('a'), pages.get('b')?.etag]).toEqual([undefined, '"two"'])
  })

  it('begun before a change is neither kept nor given to those who ask after it', async () => {
    const pages = pageCache(10_000)
    const old = slowPage()
    const waiting = pages.load('a', old.make)
    pages.forget('prod_1')
    const fresh = await pages.load('a', async () => page('new', 'prod_1'))
    old.finish(page('old', 'prod_1'))
    expect([(await waiting)?.etag, fresh?.etag, pages.get('a')?.etag]).toEqual(['"old"', '"new"', '"new"'])
  })

  it('that could not be made is tried again', async () => {
    const pages = pageCache(10_000)
    const failing = pages.load('a', () => Promise.reject(new Error('no database')))
    await expect(failing).rejects.toThrow('no database')
    expect(await pages.load('a', async () => page('one'))).toMatchObject({ etag: '"one"' })
  })
})

describe('memory', () => {
  it('stays within its bound; pages asked for outlive those that are not', async () => {
    const pages = pageCache(10_000)
    const big = 'x'.repeat(500)
    for (let index = 0; index < 100; index++) {
      await pages.load(`page ${index}`, async () => page(big, `prod_${index}`))
      pages.get('page 0')
    }
    const kept = Array.from({ length: 100 }, (_, index) => `page ${index}`).filter((key) => pages.get(key))
    expect(kept).toHaveLength(10)
    expect(kept).toContain('page 0')
  })
})
