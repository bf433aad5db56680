// D29 vendurehq/vendure#1865: what an order and its payment can become is decided by pure functions, so that all of it
//     can be walked, and no state is found from which nothing ends.
import { expect, it } from 'vitest'
import { orderMoves, orderState, placedOrder } from './order-moves.ts'
import { askedPayment, paymentMoves, paymentState } from './payment-moves.ts'
import { walk } from './walk.ts'

it('D29 an order or a payment is stuck in a state that leads nowhere', () => {
  const orders = walk(placedOrder, orderMoves, orderState)
  expect(orders.deadEnds(({ status }) => status === 'completed' || status === 'cancelled')).toEqual([])
  expect(orders.reached).toBeGreaterThan(50)
  const payments = walk(askedPayment, paymentMoves, paymentState)
  expect(payments.deadEnds(({ isOver }) => isOver)).toEqual([])
  expect(payments.reached).toBeGreaterThan(50)
})

it('finds a dead end where there is one', () => {
  const next: Record<string, string[]> = {
    a: ['b', 'trap'],
    b: ['end'],
    trap: ['pit'],
    pit: ['trap'],
    end: [],
  }
  const walked = walk(
    'a',
    (state) => next[state] ?? [],
    (state) => state,
  )
  expect(walked.deadEnds((state) => state === 'end')).toEqual(['trap', 'pit'])
})
