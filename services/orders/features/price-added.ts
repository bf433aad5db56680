import { showVariants } from '@souk/contracts/catalog'
import { type Money, zero } from '@souk/contracts/money'
import { quote } from '@souk/contracts/pricing'
import { type Refusal, refuse } from '@souk/kit/contract'
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

/**
 * What units cost that are added to an order: at the price of their line, at one of their own, or at today’s; with
 * today’s tax, and without promotions, which were counted when the order was made.
 */
export async function priceAdded(
  order: Order,
  units: readonly NewUnits[],
  { ask, ids }: Pick<ProcessRoom<OrdersStore>, 'ask' | 'ids'>,
): Promise<Added[] | Refusal<'unknown_sku' | 'amount_too_large' | 'invalid_request'>> {
  if (units.length === 0) return []
  const { currency, shippingAddress } = order
  const found = await ask(showVariants, { skus: [...new Set(units.map(({ sku }) => sku))] })
  const variants = found.ok ? found.body.items : []
  const lines = []
  for (const { sku, quantity, unitPrice: own, line } of units) {
    const variant = variants.find((one) => one.sku === sku)
    const unitPrice = line?.unitPrice ?? own ?? variant?.prices.find((one) => one.currency === currency)
    if (!variant || !unitPrice)
      return refuse('unknown_sku', { detail: `The shop does not sell ${sku} in ${currency}.` })
    if (unitPrice.currency !== currency)
      return refuse('invalid_request', { detail: `The order is in ${currency}: so is a price of it.` })
    const { variantId, productSlug, title, image } = variant
    const id = line?.id ?? ids.next('line')
    const facts = { id, variantId, sku, productSlug, title, ...(image && { image }), quantity, unitPrice }
    lines.push({ facts, taxClass: variant.taxClass, productId: variant.productId })
  }
  const asked = lines.map(({ facts: { id, sku, quantity, unitPrice }, ...more }) => ({
    id,
    sku,
    quantity,
    unitPrice,
    ...more,
  }))
  const quotes = await Promise.all(
    asked.map((line) => ask(quote, { currency, shippingAddress, withoutPromotions: true, lines: [line] })),
  )
  const refused = quotes.find((one) => !one.ok)
  if (refused && !refused.ok) return refuse('amount_too_large', { detail: refused.refusal.detail })
  return lines.map(({ facts }, index) => {
    const priced = quotes[index]
    const [own] = priced?.ok ? priced.body.lines : []
    if (!priced?.ok || !own) throw new Error(`${facts.sku} was not priced`)
    return {
      line: { ...facts, discount: zero(currency), tax: own.tax, total: own.total },
      taxes: priced.body.taxes,
    }
  })
}
