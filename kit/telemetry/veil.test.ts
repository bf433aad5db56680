import { describe, expect, it } from 'vitest'
import { veiledFault, veiledFields, veiledName } from './veil.ts'

const shown = new Set(['orderId', 'sku', 'tags'])

describe('what operators see of a record', () => {
  it('is its shape, its numbers and booleans, and the texts in fields that were named', () => {
    const record = {
      orderId: 'ord_1',
      token: 'secret',
      cart: { email: 'ada@example.com', lines: [{ sku: 'MUG', quantity: 2, title: 'Mug' }] },
      tags: ['new', 'red'],
      notes: ['call her'],
      isPaid: true,
      payment: null,
    }
    expect(veiledFields(record, shown)).toEqual({
      orderId: 'ord_1',
      token: '[hidden]',
      cart: { email: '[hidden]', lines: [{ sku: 'MUG', quantity: 2, title: '[hidden]' }] },
      tags: ['new', 'red'],
      notes: ['[hidden]'],
      isPaid: true,
      payment: null,
    })
  })

  it('has a name where a field that may be read says it, for a name may be a key', () => {
    const record = { orderId: 'ord_1', cartId: 'cart_1' }
    expect(veiledName('ord_1', record, shown)).toBe('ord_1')
    expect(veiledName('cart_1', record, shown)).toBe('[hidden]')
  })
})

describe('what operators see of a fault', () => {
  it.each([
    ['550 no such reader <ada@example.com>', '550 no such reader <[hidden]>'],
    [
      'no answer from https://pay.example/a?token=abc&x=1 in time',
      'no answer from https://pay.example/a?[hidden] in time',
    ],
    ['TypeError: lines is undefined', 'TypeError: lines is undefined'],
  ])('%s', (message, seen) => {
    expect(veiledFault(message)).toBe(seen)
  })

  it('takes no longer for one long word than for many short ones', () => {
    const word = 'x'.repeat(500_000)
    expect(veiledFault(word)).toBe(word)
  })
})
