import { showVariants } from '@souk/contracts/catalog'
import { type Money, money, zero } from '@souk/contracts/money'
import { quote } from '@souk/contracts/pricing'
import { unitPriceOf } from '@souk/contracts/unit-price'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { ProcessRoom } from '@souk/kit/service'
import type { Added } from '../domain/edit.ts'
import type { Order, OrderLine } from '../domain/order.ts'
import type { OrdersStore } from '../store/orders-store.ts'

export interface NewUnits {
  sku: string
  quantity: number
  unitPrice?: Money | undefined
  /** The line they are added to; otherwise they are a line of their own. */
  line?: OrderLine | undefined
}

/** What is known of units before tax: their line so far, and whether its price was agreed for this very order. */
interface Unpriced {
  facts: Omit<OrderLine, 'discount' | 'tax' | 'total'>
  taxClass: string
  productId: string
  isAgreed: boolean
}

type Asking = Pick<ProcessRoom<OrdersStore>, 'ask' | 'ids' | 'clock'>

/**
 * What units cost that are added to an order: at the price of their line, at one of their own, or at today’s for
 * everyone; with today’s tax, and without promotions, which were counted when the order was made.
 */
export async function priceAdded(
  order: Order,
  units: readonly NewUnits[],
  room: Asking,
): Promise<Added[] | Refusal<'unknown_sku' | 'amount_too_large' | 'invalid_request'>> {
  if (units.length === 0) return []
  const lines = await lookUp(order, units, room)
  if (isRefusal(lines)) return lines
  const added = await Promise.all(
    lines.map((line) => (order.reverseCharge && line.isAgreed ? untaxed(line) : taxed(order, line, room))),
  )
  return added.find((one) => 'code' in one) ?? added.filter((one) => 'line' in one)
}

async function lookUp(
  { currency }: Order,
  units: readonly NewUnits[],
  { ask, ids, clock }: Asking,
): Promise<Unpriced[] | Refusal<'unknown_sku' | 'invalid_request'>> {
  const found = await ask(showVariants, { skus: [...new Set(units.map(({ sku }) => sku))] })
  const variants = found.ok ? found.body.items : []
  const lines: Unpriced[] = []
  for (const { sku, quantity, unitPrice: own, line } of units) {
    const variant = variants.find((one) => one.sku === sku)
    const agreed = line?.unitPrice ?? own
    const today = variant && unitPriceOf(variant, { currency, quantity, groups: [], now: clock.now() })
    const unitPrice = agreed ?? (today === undefined ? undefined : money(today, currency))
    if (!variant || !unitPrice)
      return refuse('unknown_sku', { detail: `The shop does not sell ${sku} in ${currency}.` })
    if (unitPrice.currency !== currency)
      return refuse('invalid_request', { detail: `The order is in ${currency}: so is a price of it.` })
    const { variantId, productId, productSlug, title, image, taxClass } = variant
    const id = line?.id ?? ids.next('line')
    const facts = { id, variantId, sku, productSlug, title, ...(image && { image }), quantity, unitPrice }
    lines.push({ facts, taxClass, productId, isAgreed: agreed !== undefined })
  }
  return lines
}

/** Where the buyer owes the tax, a price agreed on has none in it that could be taken off again. */
function untaxed({ facts }: Unpriced): Added {
  const { unitPrice, quantity } = facts
  const { amount, currency } = unitPrice
  const none = zero(currency)
  return {
    line: { ...facts, discount: none, tax: none, total: money(amount * quantity, currency) },
    taxes: [],
  }
}

async function taxed(
  { currency, shippingAddress, taxId, reverseCharge }: Order,
  { facts, taxClass, productId }: Unpriced,
  { ask }: Asking,
): Promise<Added | Refusal<'amount_too_large'>> {
  const { id, sku, quantity } = facts
  const priced = await ask(quote, {
    ...{ currency, shippingAddress, withoutPromotions: true },
    ...(reverseCharge && taxId && { taxId }),
    lines: [{ id, sku, quantity, unitPrice: facts.unitPrice, taxClass, productId }],
  })
  if (!priced.ok) return refuse('amount_too_large', { detail: priced.refusal.detail })
  const [own] = priced.body.lines
  if (!own) throw new Error(`${sku} was not priced`)
  const { unitPrice = facts.unitPrice, tax, total } = own
  return {
    line: { ...facts, unitPrice, discount: zero(currency), tax, total },
    taxes: priced.body.taxes,
  }
}
