import { type Block, button, items, type Letter, paragraph } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'

interface Return {
  readonly lines: readonly { lineId: string; quantity: number }[]
}

export const returnRequested = (asked: Return, reader: OrderReader): Letter => ({
  subject: `We have your return request for order ${reader.number}`,
  preview: 'We look at it and write again.',
  heading: 'We have your return request',
  blocks: [
    paragraph(`You would like to send back parts of order ${reader.number}. We look at it and write again.`),
    returned(asked, reader),
    button('View your order', reader.orderUrl),
  ],
})

export const returnApproved = (approved: Return, reader: OrderReader): Letter => ({
  subject: `Your return for order ${reader.number} is approved`,
  preview: 'Please send the goods back.',
  heading: 'Your return is approved',
  blocks: [
    paragraph(
      `Please send these parts of order ${reader.number} back to us. The page of your order says more.`,
    ),
    returned(approved, reader),
    button('View your order', reader.orderUrl),
  ],
})

export const returnDeclined = (declined: Return, reader: OrderReader): Letter => ({
  subject: `Your return for order ${reader.number} was declined`,
  preview: 'We cannot take the goods back.',
  heading: 'Your return was declined',
  blocks: [
    paragraph(`We are sorry: we cannot take these parts of order ${reader.number} back.`),
    returned(declined, reader),
    button('View your order', reader.orderUrl),
  ],
})

export const returnReceived = (_fact: unknown, reader: OrderReader): Letter => ({
  subject: `What you sent back of order ${reader.number} arrived`,
  preview: 'We look at it now.',
  heading: 'Your return arrived',
  blocks: [
    paragraph(
      `Parts of order ${reader.number} are back with us, and we look at them now. If money goes back to you, we write again.`,
    ),
    button('View your order', reader.orderUrl),
  ],
})

const returned = ({ lines }: Return, { titles }: OrderReader): Block =>
  items(
    lines.map(({ lineId, quantity }) => ({
      title: titles[lineId] ?? lineId,
      detail: `Quantity: ${quantity}`,
    })),
  )
