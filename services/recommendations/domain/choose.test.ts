import { describe, expect, it } from 'vitest'
import { type Candidates, choose } from './choose.ts'
import type { Product } from './product.ts'

const product = (id: string, more: Partial<Product['variants'][number]> = {}): Product => ({
  ...{ id, slug: id, title: id.toUpperCase(), category: { id: 'cat_1', name: 'Kitchen' } },
  variants: [
    {
      ...{ id: `var_${id}`, sku: id, title: `${id.toUpperCase()} – Blue`, image: null },
      ...{ prices: [{ amount: 900, currency: 'EUR' }], availability: 'in_stock', ...more },
    },
  ],
})
const NOTHING: Candidates = { companions: [], popularInCategory: [], popular: [], newInCategory: [], new: [] }
const goesWith = (productId: string, because: string) => ({ productId, because, score: 1 })
const chosen = (
  candidates: Partial<Candidates>,
  products: Product[],
  more: Partial<Parameters<typeof choose>[1]> = {},
) =>
  choose(
    { ...NOTHING, ...candidates },
    {
      products: new Map(products.map((one) => [one.id, one])),
      ...{
        without: [],
        isBought: false,
        category: { id: 'cat_1', name: 'Kitchen' },
        currency: 'EUR',
        limit: 8,
      },
      ...more,
    },
  )

describe('what is chosen', () => {
  it('is each product once, for the best reason there is', () => {
    const candidates = {
      companions: [goesWith('tie', 'shirt')],
      popularInCategory: ['tie', 'pan'],
      popular: ['pan', 'pot'],
      newInCategory: ['cup'],
      new: ['cup', 'mat'],
    }
    const items = chosen(
      candidates,
      ['tie', 'shirt', 'pan', 'pot', 'cup', 'mat'].map((id) => product(id)),
    )
    expect(items.map(({ id, reason }) => [id, reason.kind, reason.text])).toEqual([
      ['tie', 'bought_together', 'Bought together with SHIRT'],
      ['pan', 'popular_in_category', 'Popular in Kitchen'],
      ['pot', 'popular', 'Popular in this shop'],
      ['cup', 'new_in_category', 'New in Kitchen'],
      ['mat', 'new', 'New in this shop'],
    ])
  })

  it('is never what is not for sale, not for sale in that currency, or there already', () => {
    const popular = ['gone', 'dollars', 'mine', 'pan']
    const products = [
      product('dollars', { prices: [{ amount: 9, currency: 'USD' }] }),
      product('mine'),
      product('pan'),
    ]
    expect(chosen({ popular }, products, { without: ['mine'] }).map(({ id }) => id)).toEqual(['pan'])
  })

  it('stands in the order of who can be had, and no longer than asked for', () => {
    const products = [
      product('a', { availability: 'out_of_stock' }),
      product('b'),
      product('c', { availability: 'backorder' }),
    ]
    expect(chosen({ popular: ['a', 'b', 'c'] }, products).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect(chosen({ popular: ['a', 'b', 'c'] }, products, { limit: 2 }).map(({ id }) => id)).toEqual([
      'b',
      'c',
    ])
  })

  it('says what was bought before, and does not name what is not for sale any more', () => {
    const companions = [goesWith('tie', 'shirt'), goesWith('pan', 'ruff')]
    const [tie, pan] = chosen({ companions }, [product('tie'), product('pan'), product('shirt')], {
      isBought: true,
    })
    expect(tie?.reason).toEqual({
      kind: 'bought_together',
      because: { productId: 'shirt', title: 'SHIRT' },
      text: 'Because you bought SHIRT',
    })
    expect(pan?.reason).toEqual({ kind: 'bought_together', text: 'Bought together with what you chose' })
  })

  it('shows of a product what a list of products shows', () => {
    const [item] = chosen({ new: ['cup'] }, [product('cup', { image: { url: '/cup.svg', alt: 'A cup' } })])
    const price = { amount: 900, currency: 'EUR' }
    expect(item).toMatchObject({
      ...{ id: 'cup', slug: 'cup', title: 'CUP', images: [{ url: '/cup.svg', alt: 'A cup' }] },
      priceRange: { min: price, max: price },
      variants: [{ id: 'var_cup', sku: 'cup', title: 'Blue', price, availability: 'in_stock' }],
    })
  })
})
