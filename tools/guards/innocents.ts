/** A small shop that obeys every rule, as its files: crimes are planted in it. */
export const innocents: Readonly<Record<string, string>> = {
  'contracts/src/all.ts': "export { Sku } from './values.ts'\n",
  'contracts/src/orders.ts': "import { Sku } from './values.ts'\n\nexport const show = Sku\n",
  'contracts/src/values.ts':
    "import { text } from '@souk/kit/contract'\nimport { z } from 'zod'\n\nexport const Sku = [text, z.string()]\n",
  'kit/contract/index.ts': "import { z } from 'zod'\n\nexport const text = z.string()\n",
  'kit/database/index.ts': "export { default as connect } from 'postgres'\n",
  'kit/http/index.ts': "export { default as serve } from 'fastify'\n",
  'kit/runtime/index.ts':
    'export const systemClock = { now: () => Date.now() }\nexport const seconds = 1_000\n',
  'kit/saga/index.ts':
    "import type { Room } from '../service/index.ts'\n\nexport type Saga = (room: Room) => void\n",
  'kit/service/index.ts':
    "import type { Saga } from '../saga/index.ts'\n\nexport interface Room {\n  sagas: Saga[]\n}\nexport const service = <T>(it: T): T => it\n",
  'kit/testing/index.ts': "export { inject } from 'vitest'\n",
  'gateway/open-gateway.ts':
    "import { Sku } from '@souk/contracts/values'\nimport { serve } from '@souk/kit/http'\n\nexport const open = [serve, Sku]\n",
  'services/inventory/service.ts':
    "import { service } from '@souk/kit/service'\n\nexport const inventory = service('inventory')\n",
  'services/orders/service.ts':
    "import { service } from '@souk/kit/service'\nimport { place } from './features/place.ts'\nimport { ordersStore } from './store/orders-store.ts'\n\nexport const orders = service([place, ordersStore])\n",
  'services/orders/service.test.ts':
    "import { connect } from '@souk/kit/database'\nimport { expect, it } from 'vitest'\nimport { orders } from './service.ts'\n\nit('opens', () => expect([orders, connect, Date.now()]).toHaveLength(3))\n",
  'services/orders/features/place.ts':
    "import { decide } from '../domain/decide.ts'\nimport { checkout } from '../sagas/checkout.ts'\nimport type { OrdersStore } from '../store/orders-store.ts'\n\nexport const place = (store: OrdersStore) => [store, decide, checkout]\n",
  'services/orders/features/confirm.ts': "export const confirm = 'confirm'\n",
  'services/orders/sagas/checkout.ts':
    "import { confirm } from '../features/confirm.ts'\n\nexport const checkout = [confirm]\n",
  'services/orders/domain/decide.ts':
    "import { createHash } from 'node:crypto'\nimport { show } from '@souk/contracts/orders'\nimport { seconds } from '@souk/kit/runtime'\n\nexport const decide = [createHash, show, seconds]\n",
  'services/orders/store/orders-store.ts':
    "import { connect } from '@souk/kit/database'\n\nexport type OrdersStore = ReturnType<typeof ordersStore>\nexport const ordersStore = (sql: (text: TemplateStringsArray) => string) => [connect, sql`select 1`]\n",
  'simulators/main.ts': "import fastify from 'fastify'\n\nconsole.log(fastify, new Date())\n",
  'auditor/audit.ts': "import { connect } from '@souk/kit/database'\n\nexport const audit = [connect]\n",
  'embedded/main.ts':
    "import { open } from '@souk/gateway'\nimport { inventory } from '@souk/inventory/service'\nimport { systemClock } from '@souk/kit/runtime'\nimport { orders } from '@souk/orders/service'\n\nconsole.log(open, inventory, orders, systemClock)\n",
}
