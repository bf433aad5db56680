import {
  productChanged,
  productPublished,
  productUnpublished,
  type SellableVariant,
} from '@souk/contracts/catalog'
import { availabilityChanged } from '@souk/contracts/inventory'
import type { Announcement } from '@souk/kit/contract'
import { connect } from '@souk/kit/database'
import { seededRandom } from '@souk/kit/runtime'
import { describe, expect, it } from 'vitest'
import { eur, factsOf, newVariant, openShop, stage } from './test-shop.ts'

const SEED = 7
const PRODUCTS = 40
openShop([])

/** A product's life so far, told by catalog, and of its first SKU by inventory, with versions of their own. */
function life(first: SellableVariant, second: SellableVariant): Announcement[] {
  const facts = (version: number, ...variants: SellableVariant[]) =>
    factsOf(
      variants.map((one) => ({ ...one, version })),
      { version, productId: first.productId },
    )
  const word = (availability: SellableVariant['availability'], version: number) =>
    availabilityChanged({ sku: first.sku, availability, version })
  return [
    productPublished(facts(1, first)),
    productChanged(facts(2, { ...first, title: 'Renamed' }, second)),
    word('low_stock', 2),
    productChanged(facts(3, { ...first, prices: [eur(500)] })),
    productUnpublished(facts(4, first, second)),
    word('out_of_stock', 3),
    productPublished(facts(5, { ...first, title: 'Again', prices: [eur(700)] }, second)),
    word('in_stock', 4),
    productChanged(facts(6, { ...first, title: 'Last', prices: [eur(800)] })),
  ]
}

/** What may be put into a cart. */
async function onSale(productId: string) {
  const sql = connect(stage.databaseOf('carts'), { connections: 1 })
  const rows = await sql`
    select title, prices, is_published, v.version, a.availability, a.version as word
    from variant v left join sku_availability a using (sku) where product_id = ${productId} and is_published`
  await sql.end()
  return [...rows]
}

describe('the copy of what is for sale', () => {
  it(`is the same in whatever order its news arrive, and however often (E3, seed ${SEED})`, async () => {
    const random = seededRandom(SEED)
    const products: string[] = []
    for (let product = 0; product < PRODUCTS; product++) {
      const first = newVariant()
      const second = newVariant({ productId: first.productId })
      products.push(first.productId)
      const told = life(first, second)
      const shuffled = [...told, ...told].map((event) => ({ event, at: random.unit() }))
      for (const { event } of shuffled.sort((a, b) => a.at - b.at)) await stage.announce(event)
    }
    await stage.settle()
    const last = { title: 'Last', prices: [eur(800)], is_published: true, version: 6 }
    for (const productId of products)
      expect(await onSale(productId)).toEqual([{ ...last, availability: 'in_stock', word: 4 }])
  })
})
