import type { Money } from '@souk/contracts/money'
import { formatMoney } from '../format-money.ts'
import { button, type Letter, paragraph } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'

interface Cancelled {
  readonly reason: string
  readonly totals: { readonly total: Money }
}

export function orderCancelled(
  { reason, totals }: Cancelled,
  { number, locale, orderUrl }: OrderReader,
): Letter {
  const total = formatMoney(totals.total, locale)
  return {
    subject: `Your order ${number} was cancelled`,
    preview: 'Nothing will be sent, and what you paid comes back.',
    heading: `Order ${number} was cancelled`,
    blocks: [
      paragraph(`Nothing of it will be sent. Whatever you paid of ${total} goes back the way it came.`),
      paragraph(`Reason: ${reason}`),
      button('View your order', orderUrl),
    ],
  }
}
