import { catalog } from '@souk/catalog/service'
import { productPublished, unpublishProduct } from '@souk/contracts/catalog'
import { rebuildIndex, showRebuild } from '@souk/contracts/search'
import { inventory } from '@souk/inventory/service'
import { connect } from '@souk/kit/database'
import { staff } from '@souk/kit/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { finds, got, look, openShop, put, reprice, stage } from './test-shop.ts'

const PRODUCTS = 60
const operator = { as: { kind: 'operator' as const } }
openShop([catalog(), inventory], 2)

beforeAll(async () => {
  for (let number = 0; number < PRODUCTS; number++) await put({ title: `Pebble ${number}`, tags: ['stone'] })
  await stage.settle()
})

/** Everything a slot says, but for where it is. */
async function contentsOf(slot: 'current' | 'other') {
  const sql = connect(stage.databaseOf('search'), { connections: 1 })
  const chosen = sql`(select case when ${slot === 'current'} then current_slot else 1 - current_slot end from index_state)`
  const entries = await sql`
    select no, product_id, version, title_key, skus, words, facts, pages, fingerprint, heading::text, lexemes::text
    from entry join entry_text using (slot, no) where slot = ${chosen} order by no`
  const words = await sql`select word, count from word where slot = ${chosen} order by word`
  await sql.end()
  return { entries: [...entries], words: [...words] }
}

const start = async () => got(await stage.ask(rebuildIndex, {}, operator))
const progress = async () => got(await stage.ask(showRebuild, {}, operator))
const isSearched = async (total: number) => await expect.poll(async () => (await look({})).total).toBe(total)

describe('a rebuild', () => {
  it('makes an index equal to the one that events made', async () => {
    await isSearched(PRODUCTS)
    expect(await start()).toMatchObject({ state: 'listing', finishedAt: null })
    await stage.settle()
    expect(await progress()).toMatchObject({ state: 'finished', listed: PRODUCTS, pending: 0 })
    const [rebuilt, fed] = [await contentsOf('current'), await contentsOf('other')]
    expect(rebuilt.entries).toHaveLength(PRODUCTS)
    expect(rebuilt).toEqual(fed)
  })

  it('is done once at a time', async () => {
    await start()
    expect(await stage.ask(rebuildIndex, {}, operator)).toMatchObject({
      refusal: { code: 'rebuild_running' },
    })
    await stage.settle()
    expect((await progress()).state).toBe('finished')
  })

  it('never lets a search see less than all of it, and loses nothing that changes meanwhile', async () => {
    const product = await put({ title: 'Pebble that changes' })
    await finds({ q: 'changes' }, ['Pebble that changes'])
    const totals = new Set<number>()
    await start()
    // Until it is finished, and no longer: what was searched for is work of its own, so nothing would settle.
    const searching = async () => {
      while ((await progress()).state !== 'finished')
        totals
          .add((await look({ limit: 1 })).total)
          .add((await look({ q: 'pebble stone', limit: 1 })).total + 1)
    }
    await Promise.all([searching(), stage.settle(), reprice(product, 4_711)])
    await finds({ minPrice: 4_711, maxPrice: 4_711 }, ['Pebble that changes'])
    expect((await progress()).state).toBe('finished')
    expect([...totals]).toEqual([PRODUCTS + 1])
  })

  it('puts right what the index has lost, or has too much', async () => {
    const sql = connect(stage.databaseOf('search'), { connections: 1 })
    await sql`delete from entry where no in (select min(no) from entry)`
    await sql`update product_number set product_id = 'prod_gone' where no = (select max(no) from entry)`
    await sql`update entry set product_id = 'prod_gone' where no = (select max(no) from entry)`
    await sql.end()
    await start()
    await stage.settle()
    const { entries } = await contentsOf('current')
    expect(entries).toHaveLength(PRODUCTS + 1)
    expect(entries.map((one) => one.product_id)).not.toContain('prod_gone')
    await isSearched(PRODUCTS + 1)
  })
})

describe('news', () => {
  it('that is old changes nothing', async () => {
    const told = stage.announced(productPublished)
    const product = await put({ title: 'Once for sale' })
    await finds({ q: 'once' }, ['Once for sale'])
    const [published] = stage.announced(productPublished).slice(told.length)
    got(await stage.ask(unpublishProduct, { id: product.id }, { as: staff }))
    await finds({ q: 'once' }, [])
    for (let time = 0; time < 2; time++) await stage.announce(published as NonNullable<typeof published>)
    await finds({ q: 'once' }, [])
  })
})
