import type { Action, Items, Promotion, Test } from '@souk/contracts/promotions'
import { written } from '../data/money.ts'

export type { Action, Items, Promotion, Test } from '@souk/contracts/promotions'
export type Condition = Promotion['conditions'][number]

export const ACTION_KINDS = {
  percent_off_items: 'A percentage off some products',
  amount_off_items: 'An amount off each of some products',
  price_of_items: 'A fixed price for some products',
  tiers: 'More off, the more are bought',
  buy_get: 'Buy some, get others cheaper',
  gift: 'A present',
  percent_off_order: 'A percentage off the order',
  amount_off_order: 'An amount off the order',
  free_shipping: 'Free delivery',
} as const satisfies Record<Action['kind'], string>

export const TEST_KINDS = {
  subtotal: 'Goods are worth at least',
  quantity: 'There are at least so many',
  destination: 'It goes to',
  customer_group: 'The customer is in a group',
} as const satisfies Record<Test['kind'], string>

const BLANK_ACTIONS: { readonly [Kind in Action['kind']]: Extract<Action, { kind: Kind }> } = {
  percent_off_items: { kind: 'percent_off_items', items: {}, percent: '10' },
  amount_off_items: { kind: 'amount_off_items', items: {}, amount: [] },
  price_of_items: { kind: 'price_of_items', items: {}, price: [] },
  tiers: { kind: 'tiers', items: {}, tiers: [{ from: 2, percent: '10' }] },
  buy_get: {
    kind: 'buy_get',
    buy: { items: {}, quantity: 2 },
    get: { items: {}, quantity: 1, percent: '100' },
  },
  gift: { kind: 'gift', sku: '', quantity: 1 },
  percent_off_order: { kind: 'percent_off_order', items: {}, percent: '10' },
  amount_off_order: { kind: 'amount_off_order', items: {}, amount: [] },
  free_shipping: { kind: 'free_shipping' },
}

const BLANK_TESTS: { readonly [Kind in Test['kind']]: Extract<Test, { kind: Kind }> } = {
  subtotal: { kind: 'subtotal', items: {}, atLeast: [] },
  quantity: { kind: 'quantity', items: {}, atLeast: 1 },
  destination: { kind: 'destination', countries: [] },
  customer_group: { kind: 'customer_group', groups: [] },
}

export const blankAction = (kind: Action['kind']): Action => BLANK_ACTIONS[kind]
export const blankTest = (kind: Test['kind']): Test => BLANK_TESTS[kind]

/** SKUs typed with commas between them; none means everything. Products named by id stay named. */
export function itemsOf(typed: string, before: Items): Items {
  const skus = wordsOf(typed)
  const { skus: _, ...others } = before
  return skus.length > 0 ? { ...others, skus } : others
}

export const wordsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

function tellItems({ skus = [], productIds = [] }: Items): string {
  const named = [...skus, ...(productIds.length > 0 ? [`${productIds.length} products`] : [])]
  return named.length === 0 ? 'everything' : named.join(', ')
}

const amounts = (money: readonly { amount: number; currency: string }[]) => money.map(written).join(' or ')

/** What is given, in one sentence. */
export function tellAction(action: Action): string {
  switch (action.kind) {
    case 'percent_off_items':
      return `${action.percent} % off ${tellItems(action.items)}`
    case 'amount_off_items':
      return `${amounts(action.amount)} off each of ${tellItems(action.items)}`
    case 'price_of_items':
      return `${amounts(action.price)} for each of ${tellItems(action.items)}`
    case 'tiers':
      return `${action.tiers.map(({ from, percent }) => `${percent} % from ${from}`).join(', ')} of ${tellItems(action.items)}`
    case 'buy_get':
      return `for ${action.buy.quantity} of ${tellItems(action.buy.items)}, ${action.get.percent} % off ${action.get.quantity} of ${tellItems(action.get.items)}`
    case 'gift':
      return `${action.quantity} × ${action.sku} as a present`
    case 'percent_off_order':
      return `${action.percent} % off the order`
    case 'amount_off_order':
      return `${amounts(action.amount)} off the order`
    case 'free_shipping':
      return action.atMost ? `delivery up to ${amounts(action.atMost)} free` : 'free delivery'
  }
}
