import type { Sabotage } from './sabotage.ts'

const TESTS = ['services/pricing/codes.test.ts']
const RACES = ['e2e/faults/races/codes.journey.ts']

export const promotionSabotages: Sabotage[] = [
  {
    title: 'a limit is read, then counted, without a lock',
    edits: [
      {
        file: 'services/pricing/store/redemptions-store.ts',
        find: 'order by name for update`',
        put: 'order by name`',
      },
    ],
    caughtBy: RACES,
  },
  {
    title: 'what an order is given is counted once for each time it is asked',
    edits: [
      {
        file: 'services/pricing/features/redeem-promotions.ts',
        find: "if (before) return before.state === 'live' ? undefined : refuse('redemption_released')",
        put: "if (before?.state === 'released') return refuse('redemption_released')",
      },
    ],
    caughtBy: TESTS,
  },
  {
    title: 'a cancelled order keeps its code',
    edits: [
      {
        file: 'services/orders/sagas/cancellation.ts',
        find: 'const released = await ask(releasePromotions, { orderId })',
        put: 'const released = await ask(releaseStock, { orderId })',
      },
    ],
    caughtBy: RACES,
  },
]
