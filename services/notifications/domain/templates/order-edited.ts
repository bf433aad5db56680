import type { Money } from '@souk/contracts/money'
import type { OrderFacts } from '@souk/contracts/orders'
import { formatMoney } from '../format-money.ts'
import { button, items, type Letter, paragraph, sums } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'

type Edited = OrderFacts & { amountDue: Money }

/** What the order is now; where something is due, the way to pay it is the first thing asked of the reader. */
export function orderEdited(edited: Edited, { number, locale, orderUrl }: OrderReader): Letter {
  const { lines, totals, amountDue } = edited
  const shown = (amount: Money) => formatMoney(amount, locale)
  const isDue = amountDue.amount > 0
  return {
    subject: isDue
      ? `${shown(amountDue)} to pay for your order ${number}`
      : `Your order ${number} was changed`,
    preview: `It comes to ${shown(totals.total)} now.`,
    heading: 'Your order was changed',
    blocks: [
      paragraph(
        isDue
          ? `We changed your order ${number}. ${shown(amountDue)} are still to be paid.`
          : `We changed your order ${number}. What you paid beyond its new total goes back the way you paid.`,
      ),
      items(
        lines.map(({ title, quantity, total }) => ({
          title,
          detail: `Quantity: ${quantity}`,
          amount: shown(total),
        })),
      ),
      sums([{ label: 'Total', amount: shown(totals.total), isTotal: true }]),
      button(isDue ? 'Pay now' : 'View your order', orderUrl),
    ],
  }
}
