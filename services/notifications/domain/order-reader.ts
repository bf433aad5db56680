import type { OrderFacts } from '@souk/contracts/orders'

/** What is kept of an order's reader, to write to them when something happens that names the order alone. */
export interface Contact {
  readonly email: string
  readonly number: string
  readonly token: string
  /** Titles of the lines, by line id. */
  readonly titles: Readonly<Record<string, string>>
}

/** Whom a letter about an order is for. */
export interface OrderReader {
  readonly number: string
  readonly locale: string
  /** The order's page, opened by the reader's own key. */
  readonly orderUrl: string
  readonly titles: Contact['titles']
}

export const contactOf = ({ email, number, token, lines }: OrderFacts): Contact => ({
  email,
  number,
  token,
  titles: Object.fromEntries(lines.map(({ id, title }) => [id, title])),
})
