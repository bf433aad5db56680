import type { Sabotage } from './sabotage.ts'

const SAGA = 'services/orders/sagas/checkout.ts'
const SAGA_TESTS = ['services/orders/sagas/checkout.test.ts']
const JOURNAL = 'kit/saga/journal.ts'
const OVERTAKEN_TESTS = ['kit/saga/overtaken.test.ts']
const CART_TESTS = ['services/carts/checkout.test.ts']

const NOT_FENCED = { file: JOURNAL, find: ' and claims = $', put: ' and claims >= $' }

export const checkoutSabotages: Sabotage[] = [
  {
    title: 'money is asked for before the goods are promised',
    edits: [
      {
        file: SAGA,
        find: "  steps: [\n    step('freeze-quote', {",
        put: "  steps: moneyFirst([\n    step('freeze-quote', {",
      },
      {
        file: SAGA,
        find: "    localStep('confirm-order', { do: confirmOrder }),\n  ],\n}",
        put: "    localStep('confirm-order', { do: confirmOrder }),\n  ]),\n}",
      },
      {
        file: SAGA,
        find: 'const LOOK_AGAIN_AFTER = seconds(3)',
        put: `const LOOK_AGAIN_AFTER = seconds(3)
function moneyFirst<Of>(steps: Of[]): Of[] {
  return [...steps.slice(0, 2), ...steps.slice(3, 4), ...steps.slice(2, 3), ...steps.slice(4)]
}`,
      },
    ],
    caughtBy: SAGA_TESTS,
  },
  {
    title: 'an order is confirmed while its payment still waits',
    edits: [
      {
        file: SAGA,
        find: 'return wait(LOOK_AGAIN_AFTER, { payment })',
        put: 'return LOOK_AGAIN_AFTER > 0 ? next({ payment }) : wait(0, { payment })',
      },
    ],
    caughtBy: SAGA_TESTS,
  },
  {
    title: 'an attempt that loses the cart gives back the money of the one that won it',
    edits: [
      {
        file: SAGA,
        find: '        // The cart hears of its order a moment',
        put: `        for (const other of await store.list({}, { before: undefined, limit: 50 }))
          if (other.cartId === cartId) await ask(cancelPayment, { orderId: other.id, reason: 'lost' })
        // The cart hears of its order a moment`,
      },
    ],
    caughtBy: SAGA_TESTS,
  },
  {
    title: 'several requests conduct one checkout at the same time',
    edits: [
      {
        file: JOURNAL,
        find: "'undoing') and $",
        put: "'undoing') or false and $",
      },
      {
        file: 'kit/saga/conductor.ts',
        find: 'await (underWay.get(',
        put: 'await (new Map<string, undefined>().get(',
      },
      NOT_FENCED,
    ],
    caughtBy: OVERTAKEN_TESTS,
  },
  {
    title: 'whoever was overtaken in a checkout finishes it all the same',
    edits: [NOT_FENCED],
    caughtBy: OVERTAKEN_TESTS,
  },
  {
    title: 'a cart can be changed while it is paid',
    edits: [
      {
        file: 'services/carts/domain/access.ts',
        find: "if (status === 'frozen')",
        put: "if (status === 'merged')",
      },
    ],
    caughtBy: CART_TESTS,
  },
  {
    title: 'any checkout that fails opens the cart another one pays',
    edits: [
      {
        file: 'services/carts/domain/checkout.ts',
        find: "if (cart.status !== 'frozen' || cart.checkoutId !== givenUp)",
        put: "if (cart.status !== 'frozen')",
      },
    ],
    caughtBy: CART_TESTS,
  },
  {
    title: 'a price nobody was shown is paid',
    edits: [
      {
        file: 'services/carts/features/freeze-cart.ts',
        find: 'const refusal = refuseNews(news)',
        put: 'const refusal = refuseNews([])',
      },
    ],
    caughtBy: CART_TESTS,
  },
  {
    title: 'of two changes of a cart the later write covers the earlier',
    edits: [
      {
        file: 'services/carts/store/carts-store.ts',
        find: ' and version = $',
        put: ' and version >= $',
      },
    ],
    caughtBy: ['services/carts/service.test.ts'],
  },
]
