import type { Party } from '@souk/kit/http'

/** Which services a service asks; it is given keys for these and no others. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['carts', 'notifications', 'orders', 'pricing'],
  catalog: ['inventory'],
  search: ['catalog'],
  carts: ['catalog', 'payments', 'pricing', 'shipping'],
  recommendations: ['carts'],
  orders: ['carts', 'catalog', 'inventory', 'payments', 'pricing', 'shipping'],
}

/** The gateway says who shoppers, staff and operators are; the launcher fills a new shop as its staff. */
export const LAUNCHER = 'launcher'
export const GATEWAY = 'gateway'
/** Reads every service’s database and is asked by the gateway alone. */
export const AUDITOR = 'auditor'

/** Everybody who asks or is asked, by name. */
export const partiesOf = (services: readonly string[]): Party[] => [
  ...services.map((name) => ({ name, asks: ASKS[name] ?? [] })),
  { name: AUDITOR, asks: [] },
  { name: GATEWAY, asks: [...services, AUDITOR], speaksForOthers: true },
  { name: LAUNCHER, asks: services, speaksForOthers: true },
]
