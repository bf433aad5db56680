import type { Refund } from '@souk/contracts/payments'
import { formatMoney } from '../format-money.ts'
import { button, type Letter, paragraph } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'

export function paymentRefunded(
  { refund }: { refund: Refund },
  { number, locale, orderUrl }: OrderReader,
): Letter {
  const amount = formatMoney(refund.amount, locale)
  return {
    subject: `${amount} of your order ${number} was refunded`,
    preview: 'It goes back the way you paid.',
    heading: `We refunded ${amount}`,
    blocks: [
      paragraph(
        `The money of your order ${number} goes back the way you paid. Banks may take a few days to show it.`,
      ),
      paragraph(`Reason: ${refund.reason}`),
      button('View your order', orderUrl),
    ],
  }
}
