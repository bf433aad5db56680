import { addLine, type Cart, changeCart, createCart, freezeCart, showCart } from '@souk/contracts/carts'
import { productChanged, type SellableVariant } from '@souk/contracts/catalog'
import { orderConfirmed } from '@souk/contracts/orders'
import type { ShippingOption } from '@souk/contracts/values'
import { toTimestamp } from '@souk/kit/runtime'
import { type Dispatch, type ServiceDefinition, Unavailable } from '@souk/kit/service'
import { type AskOptions, guest, openStage, type Stage, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { carts } from './service.ts'

export let stage: Stage
let count = 0
export const idOf = (prefix: string) => `${prefix}_01h455vb4pex5vsknk${(++count).toString().padStart(8, '0')}`
export const eur = (amount: number) => ({ amount, currency: 'EUR' })

/** What the services beside the stage answer. */
export const world = {
  catalog: new Map<string, SellableVariant>(),
  catalogAsked: 0,
  isCatalogUp: true,
  options: [] as ShippingOption[],
  isShippingUp: true,
}
export const parcel: ShippingOption = {
  id: 'standard',
  name: 'Standard',
  carrier: 'dhl',
  price: eur(490),
  estimate: { minDays: 1, maxDays: 3 },
}
const others: Dispatch = async (contract, input) => {
  const answer = (body: unknown) => ({ ok: true as const, status: 200, body })
  switch (`${contract.service}.${contract.name}`) {
    case 'catalog.show-variants': {
      world.catalogAsked++
      if (!world.isCatalogUp) throw new Unavailable('catalog is down')
      const { variantIds = [], skus = [] } = input as { variantIds?: string[]; skus?: string[] }
      const all = [...world.catalog.values()]
      return answer({
        items: all.filter(({ variantId, sku }) => variantIds.includes(variantId) || skus.includes(sku)),
      })
    }
    case 'shipping.quote-delivery': {
      if (!world.isShippingUp) throw new Unavailable('shipping is down')
      const { address } = input as { address: { country: string } }
      return answer({ items: address.country === 'DE' ? world.options : [] })
    }
    case 'payments.list-payment-methods': {
      const { amount } = input as { amount: { amount: number } }
      const methods = [{ id: 'card', provider: 'sandbox', kind: 'card', title: `Card ${amount.amount}` }]
      return answer({ items: methods })
    }
    default:
      throw new Error(`nobody plays ${contract.service}.${contract.name}`)
  }
}

/** Opens carts beside the services given, for one test file; the others are played. */
export function openShop(beside: readonly ServiceDefinition[]): void {
  beforeAll(async () => {
    stage = await openStage([...beside, carts({ currency: 'EUR' })], { cluster: testCluster(), others })
  })
  afterAll(() => stage.stop())
  beforeEach(() => {
    Object.assign(world, { isCatalogUp: true, isShippingUp: true, options: [parcel] })
  })
}

export const newVariant = (more: Partial<SellableVariant> = {}): SellableVariant => {
  const variantId = idOf('var')
  const variant: SellableVariant = {
    variantId,
    sku: `SKU-${count}`,
    productId: idOf('prod'),
    productSlug: `thing-${count}`,
    title: `Thing ${count}`,
    image: { url: '/thing.svg', alt: 'A thing' },
    prices: [eur(1_190), { amount: 1_000, currency: 'USD' }],
    taxClass: 'standard',
    availability: 'in_stock',
    isPublished: true,
    version: 1,
    ...more,
  }
  world.catalog.set(variant.variantId, variant)
  return variant
}
export const factsOf = (variants: SellableVariant[], more: { version: number; productId?: string }) => {
  const [first] = variants
  const productId = more.productId ?? first?.productId ?? ''
  return { productId, slug: 'thing', title: 'Thing', version: more.version, variants }
}
/** Catalog tells that a variant reads differently now. */
export const tell = async (variant: SellableVariant, change: Partial<SellableVariant>) => {
  const changed = { ...variant, ...change }
  world.catalog.set(variant.variantId, changed)
  await stage.announce(productChanged(factsOf([changed], { version: changed.version })))
  await stage.settle()
  return changed
}

export const shopper: AskOptions = { as: guest }
export const customer = (id: string): AskOptions => ({ as: { kind: 'customer', id, address: '127.0.0.1' } })
export const got = <T>(
  result: { ok: true; body: T } | { ok: false; refusal: { code: string; detail?: string | undefined } },
): T => {
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.detail ?? ''}`)
  return result.body
}
export const open = async (as = shopper, currency?: string) =>
  got(await stage.ask(createCart, { ...(currency && { currency }) }, as)).id
export const put = async (id: string, { sku }: SellableVariant, quantity = 1, as = shopper) =>
  got(await stage.ask(addLine, { id, sku, quantity }, as))
export const look = async (id: string, as = shopper) => got(await stage.ask(showCart, { id }, as))
export const change = (id: string, more: object, as = shopper) => stage.ask(changeCart, { id, ...more }, as)
export const freeze = (id: string, checkoutId = idOf('ord'), customerId: string | null = null) =>
  stage.ask(freezeCart, { id, checkoutId, customerId })
export const berlin = { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }
export const paris = { ...berlin, city: 'Paris', country: 'FR', postalCode: '75001' }
export const details = { email: 'ada@example.com', shippingAddress: berlin, shippingOptionId: 'standard' }
export const ready = async (variant = newVariant(), as = shopper) => {
  const id = await open(as)
  await put(id, variant, 2, as)
  got(await change(id, details, as))
  return id
}
export const refused = (code: string) => ({ ok: false, refusal: { code } })
export const codes = ({ notices }: Cart) => notices.map(({ code }) => code)

export const confirmed = (orderId: string, cartId: string, customerId: string | null = null) =>
  orderConfirmed({
    orderId,
    number: 'S-1',
    cartId,
    customerId,
    email: 'ada@example.com',
    lines: [],
    totals: {
      subtotal: eur(1),
      discount: eur(0),
      shipping: eur(0),
      tax: eur(0),
      total: eur(1),
      taxIncluded: true,
    },
    shippingAddress: berlin,
    token: 't',
    version: 2,
    at: toTimestamp(stage.clock.now()),
  })
