import type { Sabotage } from './sabotage.ts'

const TESTS = ['services/inventory/service.test.ts']
/** Two processes on one shelf: within one process orders are decided one lot after another in any case. */
const SHARED = ['services/inventory/races.test.ts']

const withoutLock = {
  file: 'services/inventory/store/shelves.ts',
  find: 'order by sku for update`',
  put: 'order by sku`',
}

export const stockSabotages: Sabotage[] = [
  { title: 'stock is read, then written, without a lock', edits: [withoutLock], caughtBy: SHARED },
  {
    title: 'neither lock nor check keeps stock from being oversold',
    edits: [
      withoutLock,
      {
        file: 'services/inventory/store/migrations/0001_inventory.sql',
        find: 'primary key (sku, location),\n  constraint stock_not_oversold check (reserved <= on_hand + backorder_limit)',
        put: 'primary key (sku, location)',
      },
    ],
    caughtBy: SHARED,
  },
  {
    title: 'two lines of one SKU are each held against the whole shelf',
    edits: [
      {
        file: 'services/inventory/domain/reserve.ts',
        find: 'total.set(sku, (total.get(sku) ?? 0) + quantity)',
        put: 'total.set(sku, quantity)',
      },
    ],
    caughtBy: TESTS,
  },
  {
    title: 'a release that overtakes its reservation leaves no stone',
    edits: [
      {
        file: 'services/inventory/features/release-stock.ts',
        find: `  const isEarly = await room.store.addReleased(orderId, toTimestamp(room.clock.now()))
  if (isEarly) return undefined
`,
        put: '',
      },
    ],
    caughtBy: TESTS,
  },
  {
    title: 'what a confirmed order was promised runs out',
    edits: [
      {
        file: 'services/inventory/features/commit-reservation.ts',
        find: "await store.setReservation(orderId, 'committed')",
        put: "await store.setReservation(orderId, 'held')",
      },
    ],
    caughtBy: TESTS,
  },
  {
    title: 'a return is received as often as somebody says so',
    edits: [
      {
        file: 'services/orders/domain/receive-return.ts',
        find: "if (found?.status !== 'approved') return isElsewhere(found)",
        put: "if (found?.status !== 'approved' && found?.status !== 'received') return isElsewhere(found)",
      },
      {
        file: 'services/orders/domain/receive-return.ts',
        find: 'const awaited = found.lines.filter((line) => !hasArrived(line))',
        put: 'const awaited = found.lines',
      },
    ],
    caughtBy: ['e2e/faults/races/after-order.journey.ts'],
  },
]
