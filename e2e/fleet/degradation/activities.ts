/** What can be away: a service, what the fleet stands on, or a stranger. */
export const DEPENDENCIES = [
  'catalog',
  'search',
  'accounts',
  'carts',
  'pricing',
  'inventory',
  'orders',
  'payments',
  'shipping',
  'recommendations',
  'flags',
  'notifications',
  'broker',
  'provider',
  'mailbox',
] as const
export type Dependency = (typeof DEPENDENCIES)[number]

/** What people do, and whom that takes when nothing is away. */
export const ACTIVITIES = {
  'look at products': ['catalog'],
  'see availability': ['catalog'],
  'search products': ['search'],
  'see recommendations': ['recommendations'],
  'sign in': ['accounts'],
  'shop signed in': ['accounts', 'carts', 'pricing'],
  'fill a cart': ['carts', 'pricing'],
  'see totals': ['carts', 'pricing'],
  'choose a delivery': ['carts', 'pricing', 'shipping'],
  'see ways to pay': ['carts', 'pricing', 'payments'],
  'complete an order': ['orders', 'carts', 'pricing', 'shipping', 'inventory', 'payments', 'provider'],
  'see an order': ['orders'],
  'change a price': ['accounts', 'catalog', 'broker', 'carts', 'pricing', 'search'],
  'add a product': ['accounts', 'catalog', 'inventory'],
  'switch a feature': ['accounts', 'flags'],
  'fulfil an order': ['accounts', 'orders', 'shipping'],
  'hear by mail': ['accounts', 'broker', 'notifications', 'mailbox'],
} as const satisfies Readonly<Record<string, readonly Dependency[]>>
export type Activity = keyof typeof ACTIVITIES
