import { type Call, type EventType, staffActed } from '@souk/kit/contract'
import * as accounts from './accounts.ts'
import * as auditor from './auditor.ts'
import * as carts from './carts.ts'
import * as catalog from './catalog.ts'
import { customerForgotten } from './erasure.ts'
import * as exporting from './export.ts'
import * as flags from './flags.ts'
import * as inventory from './inventory.ts'
import * as inventoryLevels from './inventory-levels.ts'
import * as inventoryLocations from './inventory-locations.ts'
import * as inventoryTransfers from './inventory-transfers.ts'
import * as notifications from './notifications.ts'
import * as ops from './ops.ts'
import * as orders from './orders.ts'
import * as payments from './payments.ts'
import * as pricing from './pricing.ts'
import * as promotions from './promotions.ts'
import * as recommendations from './recommendations.ts'
import * as search from './search.ts'
import * as shipping from './shipping.ts'

// In the order people meet them: the API page reads from top to bottom.
const declared = [
  catalog,
  search,
  recommendations,
  carts,
  orders,
  accounts,
  inventory,
  inventoryLevels,
  inventoryLocations,
  inventoryTransfers,
  payments,
  shipping,
  pricing,
  promotions,
  notifications,
  flags,
  exporting,
  ops,
  auditor,
].flatMap((module) => Object.values(module) as unknown[])

const isCall = (value: unknown): value is Call =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'answers' in value

const isEvent = (value: unknown): value is EventType =>
  typeof value === 'function' && 'type' in value && 'summary' in value

/** Every call of every service. */
export const allCalls: readonly Call[] = declared.filter(isCall)

/** Those the gateway serves: all that are not internal. */
export const publicCalls: readonly Call[] = allCalls.filter(({ access }) => access !== 'internal')

/** Every event of every service. */
export const allEvents: readonly EventType[] = [...declared, staffActed, customerForgotten].filter(isEvent)
