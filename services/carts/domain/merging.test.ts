import { isRefusal } from '@souk/kit/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cart, emptyCart, quantityOf } from './cart.ts'
import { claim, merge } from './claim.ts'
import { addLine, removeLine, setQuantity } from './edit-lines.ts'
import type { Variant } from './variant.ts'

const AT = '2026-01-05T09:00:00.000Z'
const empty = (id = 'cart_a', currency = 'EUR') => emptyCart({ id, currency, customerId: null }, AT)
const variant = (variantId: string, more: Partial<Variant> = {}): Variant => ({
  variantId,
  sku: variantId.toUpperCase(),
  productId: 'prod_a',
  productSlug: 'a',
  title: variantId,
  prices: [{ amount: 500, currency: 'EUR' }],
  taxClass: 'standard',
  availability: 'in_stock',
  isPublished: true,
  version: 1,
  ...more,
})
const accepted = (made: Cart | { refused: true; code: string }): Cart => {
  if (isRefusal(made)) throw new Error(made.code)
  return made as Cart
}

let lines = 0
const add = (cart: Cart, variantId: string, quantity: number) =>
  addLine(cart, { variant: variant(variantId), quantity, lineId: `line-${++lines}`, now: 0 })
const quantities = (cart: Cart) =>
  Object.fromEntries(cart.lines.map((line) => [line.variantId, line.quantity]))

const additions = fc.array(
  fc.tuple(fc.constantFrom('mug', 'cup', 'bowl', 'jar'), fc.integer({ min: 1, max: 999 })),
  { maxLength: 25 },
)

describe('adding lines', () => {
  it('keeps one line per variant, with the sum of what was accepted, never above 999', () => {
    fc.assert(
      fc.property(additions, (wanted) => {
        let cart = empty()
        const expected: Record<string, number> = {}
        for (const [variantId, quantity] of wanted) {
          const made = add(cart, variantId, quantity)
          const sum = (expected[variantId] ?? 0) + quantity
          expect(isRefusal(made)).toBe(sum > 999)
          if (isRefusal(made)) continue
          cart = accepted(made)
          expected[variantId] = sum
        }
        expect(quantities(cart)).toEqual(expected)
        expect(new Set(cart.lines.map(({ id }) => id)).size).toBe(cart.lines.length)
      }),
    )
  })

  it('adds nothing when the same key comes again', () => {
    const added = { variant: variant('mug'), quantity: 2, lineId: 'line-k', key: 'guest k-1', now: 0 }
    const once = accepted(addLine(empty(), added))
    expect(addLine(once, added)).toBe(once)
    expect(quantities(accepted(addLine(once, { ...added, key: 'guest k-2' })))).toEqual({ mug: 4 })
  })

  it('refuses what is hidden and what has no price in the cart’s currency', () => {
    const given = { quantity: 1, lineId: 'line-x', now: 0 }
    expect(addLine(empty(), { ...given, variant: variant('mug', { isPublished: false }) })).toMatchObject({
      code: 'not_for_sale',
    })
    expect(addLine(empty('cart_a', 'USD'), { ...given, variant: variant('mug') })).toMatchObject({
      code: 'currency_not_available',
    })
  })

  it('holds 500 different things and no more', () => {
    let cart = empty()
    for (let count = 0; count < 500; count++) cart = accepted(add(cart, `v${count}`, 1))
    expect(add(cart, 'v500', 1)).toMatchObject({ code: 'cart_full' })
    expect(accepted(add(cart, 'v499', 1)).lines).toHaveLength(500)
  })
})

describe('changing lines', () => {
  it('sets a quantity, and takes the line out at none', () => {
    const cart = accepted(add(accepted(add(empty(), 'mug', 2)), 'cup', 1))
    const lineId = cart.lines[0]?.id ?? ''
    expect(quantities(accepted(setQuantity(cart, { lineId, quantity: 7 })))).toEqual({ mug: 7, cup: 1 })
    expect(quantities(accepted(setQuantity(cart, { lineId, quantity: 0 })))).toEqual({ cup: 1 })
    expect(quantities(accepted(removeLine(cart, lineId)))).toEqual({ cup: 1 })
    expect(removeLine(cart, 'line-none')).toMatchObject({ code: 'not_found' })
  })
})

describe('merging carts', () => {
  const cartOf = (id: string, wanted: [string, number][]) => {
    let cart = empty(id)
    for (const [variantId, quantity] of wanted) {
      const made = add(cart, variantId, quantity)
      if (!isRefusal(made)) cart = accepted(made)
    }
    return cart
  }

  it('loses no line, adds quantities up to 999, and is the same for the same two carts', () => {
    fc.assert(
      fc.property(additions, additions, (theirs, guests) => {
        const [own, guest] = [cartOf('cart_own', theirs), cartOf('cart_guest', guests)]
        const merged = accepted(merge(own, guest))
        const [a, b] = [quantities(own), quantities(guest)]
        const expected = Object.fromEntries(
          [...new Set([...Object.keys(a), ...Object.keys(b)])].map((id) => [
            id,
            Math.min(999, (a[id] ?? 0) + (b[id] ?? 0)),
          ]),
        )
        expect(quantities(merged)).toEqual(expected)
        expect(quantityOf(merged)).toBeGreaterThanOrEqual(Math.max(quantityOf(own), quantityOf(guest)))
        expect(merged.id).toBe('cart_own')
      }),
    )
  })

  it('lets the guest’s cart say only what the customer’s does not', () => {
    const address = (name: string) => ({ name, line1: 'Weg 1', city: 'Ort', postalCode: '1', country: 'DE' })
    const guest = { ...empty('cart_guest'), email: 'guest@example.com', shippingAddress: address('guest') }
    const own = { ...empty('cart_own'), email: 'own@example.com' }
    expect(merge(own, guest)).toMatchObject({ email: 'own@example.com', shippingAddress: { name: 'guest' } })
  })

  it('leaves carts of different currencies apart: the guest’s becomes theirs as it is', () => {
    const guest = empty('cart_guest', 'USD')
    const claimed = claim({ guest, own: empty('cart_own'), customerId: 'cus_a' })
    expect(claimed).toMatchObject({ survivor: { id: 'cart_guest', customerId: 'cus_a' }, emptied: undefined })
  })

  it('leaves nothing of a person in the emptied cart', () => {
    const guest = { ...cartOf('cart_guest', [['mug', 1]]), email: 'guest@example.com' }
    const claimed = claim({ guest, own: empty('cart_own'), customerId: 'cus_a' })
    expect(claimed).toMatchObject({ emptied: { status: 'merged', mergedInto: 'cart_own', lines: [] } })
    expect(JSON.stringify('emptied' in claimed && claimed.emptied)).not.toContain('guest@example.com')
  })
})
