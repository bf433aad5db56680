import { times } from '@souk/contracts/money'
import type { OrderFacts } from '@souk/contracts/orders'
import type { Address, Totals } from '@souk/contracts/values'
import { formatMoney } from '../format-money.ts'
import { button, facts, items, type Letter, paragraph, type Sum, sums } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'

/** Lines are shown at their full price, so that they add up to the subtotal; what is taken off follows below. */
export function orderConfirmed(order: OrderFacts, { number, locale, orderUrl }: OrderReader): Letter {
  const total = formatMoney(order.totals.total, locale)
  return {
    subject: `Your order ${number} is confirmed`,
    preview: `${total}. We will write again when it leaves.`,
    heading: `Thank you, ${order.shippingAddress.name}`,
    blocks: [
      paragraph(`Your order ${number} is confirmed. We will write again as soon as it is on its way.`),
      items(
        order.lines.map(({ title, quantity, unitPrice }) => ({
          title,
          detail: `${quantity} × ${formatMoney(unitPrice, locale)}`,
          amount: formatMoney(times(unitPrice, quantity), locale),
        })),
      ),
      sums(sumsOf(order.totals, locale)),
      button('View your order', orderUrl),
      facts('Delivery to', addressLines(order.shippingAddress)),
    ],
  }
}

function sumsOf({ subtotal, discount, shipping, tax, total, taxIncluded }: Totals, locale: string): Sum[] {
  const show = (label: string, amount: Totals['total']) => ({ label, amount: formatMoney(amount, locale) })
  const has = ({ amount }: Totals['total']) => amount > 0
  return [
    show('Subtotal', subtotal),
    ...(has(discount) ? [show('Discount', times(discount, -1))] : []),
    has(shipping) ? show('Delivery', shipping) : { label: 'Delivery', amount: 'free' },
    ...(has(tax) && !taxIncluded ? [show('Tax', tax)] : []),
    { ...show('Total', total), isTotal: true },
    ...(has(tax) && taxIncluded ? [show('Tax included', tax)] : []),
  ]
}

const addressLines = ({
  name,
  company,
  line1,
  line2,
  postalCode,
  city,
  region,
  country,
}: Address): string[] =>
  [name, company, line1, line2, `${postalCode} ${city}`, region, countryName(country)].filter(
    (line) => line !== undefined,
  )

/** Letters are in English, so names of countries are too. */
const countryName = (country: string) => new Intl.DisplayNames(['en'], { type: 'region' }).of(country)
