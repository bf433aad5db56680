import type { Sabotage } from './sabotage.ts'

const WEBHOOKS = 'kit/runtime/standard-webhooks.ts'
const WEBHOOK_TESTS = ['services/payments/features/receive-provider-event.test.ts']

export const moneySabotages: Sabotage[] = [
  {
    title: 'refunds are not held against what was captured',
    edits: [
      {
        file: 'services/payments/domain/plan.ts',
        find: 'amount: figuresOf(payment).refundable }',
        put: 'amount: figuresOf(payment).refundable + figuresOf(payment).captured }',
      },
    ],
    caughtBy: ['services/payments/money-races.test.ts'],
  },
  {
    title: 'two refunds at once give the same unit back twice',
    edits: [
      {
        file: 'services/orders/domain/refund-lines.ts',
        find: "[...refunds.filter(({ status }) => status !== 'failed'), ...refunding]",
        put: "[...refunds.filter(({ status }) => status !== 'failed'), ...refunding.slice(0, 0)]",
      },
    ],
    caughtBy: ['e2e/faults/races/after-order.journey.ts'],
  },
  {
    title: 'a payment nobody knows the outcome of is taken for declined',
    edits: [
      {
        file: 'services/payments/features/authorize-payment.ts',
        find: "'the outcome of a payment is not known')\n    return payment",
        put: "'the outcome of a payment is not known')\n    return await turnDown(payment, 'timeout', room)",
      },
    ],
    caughtBy: ['services/payments/service.test.ts'],
  },
  {
    title: 'the signature of a notification is not looked at',
    edits: [
      {
        file: WEBHOOKS,
        find: "return fits ? { id } : { why: 'The signature does not fit.' }",
        put: "return fits || id ? { id } : { why: 'The signature does not fit.' }",
      },
    ],
    caughtBy: WEBHOOK_TESTS,
  },
  {
    title: 'a notification may be replayed for ever',
    edits: [
      {
        file: WEBHOOKS,
        find: '> TOLERANCE_MS)',
        put: '> TOLERANCE_MS * 1_000)',
      },
    ],
    caughtBy: WEBHOOK_TESTS,
  },
  {
    title: 'anybody signed in reads anybody’s order',
    edits: [
      {
        file: 'services/orders/features/find-order.ts',
        find: "(caller.kind === 'customer' && order.customerId === caller.id)",
        put: "caller.kind === 'customer'",
      },
    ],
    caughtBy: ['e2e/faults/peer-defects/access.journey.ts'],
  },
  {
    title: 'a refresh token that comes back late is taken for a second tab',
    edits: [
      {
        file: 'services/accounts/domain/refresh-token.ts',
        find: "now - token.usedAt <= GRACE_MS ? 'repeat' : 'revoke'",
        put: "now - token.usedAt <= GRACE_MS * 1_000_000 ? 'repeat' : 'revoke'",
      },
    ],
    caughtBy: ['services/accounts/domain/refresh-token.test.ts'],
  },
]
