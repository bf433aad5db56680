import { ACTIVITIES, type Activity, type Dependency } from './activities.ts'

export interface Cell {
  readonly answer: 'goes on' | 'goes on, catches up later' | 'is told to come again'
  readonly how: string
}

const goesOn = (how: string): Cell => ({ answer: 'goes on', how })
const later = (how: string): Cell => ({ answer: 'goes on, catches up later', how })
const comesAgain = (how: string): Cell => ({ answer: 'is told to come again', how })

const TOKEN_HOLDS = goesOn(
  'A session the gateway has seen holds until its access token ends, ten minutes at most.',
)
const FINISHES_ITSELF =
  'The checkout is written down and finishes by itself; the same Idempotency-Key is told how it went.'
const NO_GUESSED_TOTALS = comesAgain('A cart is answered with its totals, which are never guessed.')

/** Who is away, and what then is otherwise than on other days. */
const WITHOUT: Readonly<Record<Dependency, Readonly<Partial<Record<Activity, Cell>>>>> = {
  catalog: {
    'look at products': comesAgain('Products are the catalog’s.'),
    'see availability': comesAgain('Product pages are the catalog’s; carts still show what they last heard.'),
    'fill a cart': goesOn(
      'Carts keep a copy of what is for sale; only what they never heard of has to wait.',
    ),
    'complete an order': goesOn('The cart is sold at the prices of the copy that carts keep.'),
    'search products': goesOn('The index has its own copy of every page.'),
    'change a price': comesAgain('Prices are the catalog’s.'),
    'add a product': comesAgain('Products are the catalog’s.'),
  },
  search: {
    'search products': comesAgain('The index is there; lists and pages of products are the catalog’s.'),
    'change a price': later('Products and carts show it at once; searches do when the index is back.'),
  },
  accounts: {
    'sign in': comesAgain('Nobody else knows passwords.'),
    'shop signed in': TOKEN_HOLDS,
    'change a price': TOKEN_HOLDS,
    'add a product': TOKEN_HOLDS,
    'switch a feature': TOKEN_HOLDS,
    'fulfil an order': TOKEN_HOLDS,
    'hear by mail': comesAgain('A new password is asked of accounts; mails about orders go out.'),
  },
  carts: {
    'shop signed in': comesAgain('The cart is kept there.'),
    'fill a cart': comesAgain('The cart is kept there.'),
    'see totals': comesAgain('The cart is kept there.'),
    'choose a delivery': comesAgain('The cart is kept there.'),
    'see ways to pay': comesAgain('The cart is kept there.'),
    'complete an order': comesAgain(FINISHES_ITSELF),
    'change a price': later('Products show it at once; carts hear of it when they are back.'),
  },
  pricing: {
    'shop signed in': NO_GUESSED_TOTALS,
    'fill a cart': NO_GUESSED_TOTALS,
    'see totals': NO_GUESSED_TOTALS,
    'choose a delivery': NO_GUESSED_TOTALS,
    'see ways to pay': comesAgain('Which there are depends on the total.'),
    'complete an order': comesAgain(FINISHES_ITSELF),
    'change a price': later('Products show it at once; carts show it when they can be priced.'),
  },
  inventory: {
    'look at products': goesOn('Product pages ask nobody.'),
    'see availability': goesOn('The word last told is shown: in stock, low, out of stock or on backorder.'),
    'complete an order': comesAgain(`${FINISHES_ITSELF} Nothing is charged before the goods are held.`),
    'add a product': comesAgain('What is sold has a shelf; asking again opens it.'),
  },
  orders: {
    'complete an order': comesAgain('Nothing has begun.'),
    'see an order': comesAgain('Orders are kept there.'),
    'fulfil an order': comesAgain('Orders are kept there.'),
  },
  payments: {
    'see ways to pay': comesAgain('Who is paid by what is known there; a checkout that names a way goes on.'),
    'complete an order': later(
      'Answers 202: the order is pending, its goods are held; it is paid when payments is back, or undone after 30 minutes.',
    ),
  },
  shipping: {
    'choose a delivery': comesAgain('Its prices are known there.'),
    'complete an order': goesOn('A delivery that was chosen keeps the price it was shown with.'),
    'fulfil an order': comesAgain('The order remembers the parcel; asking again opens it.'),
  },
  recommendations: {
    'see recommendations': goesOn('The list is empty: a page without recommendations is a page.'),
  },
  flags: {
    'switch a feature': comesAgain(
      'How features stand is kept there; meanwhile they stay as they were last known.',
    ),
  },
  notifications: {
    'hear by mail': later('What there is to tell waits; each mail is sent once.'),
  },
  broker: {
    'change a price': later('Products show it at once; the event waits in the outbox.'),
    'hear by mail': later('The event waits in the outbox; the mail is sent once.'),
  },
  provider: {
    'complete an order': later(
      'Answers 202: the order is pending, its goods are held, and the provider is asked again under the same key.',
    ),
  },
  mailbox: {
    'hear by mail': later('The mail waits and is tried again, less often each time, for half a day.'),
  },
}

/** Whether there is more to say than that it takes no part. */
export const isTouchedBy = (activity: Activity, dependency: Dependency): boolean =>
  WITHOUT[dependency][activity] !== undefined

/** What becomes of somebody who does that meanwhile. Every pair has an answer; whoever is needed has one of its own. */
export function cellOf(dependency: Dependency, activity: Activity): Cell {
  const needs: readonly Dependency[] = ACTIVITIES[activity]
  const cell = WITHOUT[dependency][activity]
  if (!cell && needs.includes(dependency))
    throw new Error(`nobody says what becomes of "${activity}" without ${dependency}`)
  return cell ?? goesOn('It takes no part in this.')
}
