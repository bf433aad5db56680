import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressBook, add, change, emptyBook, entries, leavesNoDefault, remove } from './address-book.ts'

const home = (id: string) => ({
  id,
  name: 'Ada',
  line1: 'Weg 1',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
})
const defaults = (book: AddressBook) => ({
  shipping: entries(book)
    .filter(({ isDefaultShipping }) => isDefaultShipping)
    .map(({ id }) => id),
  billing: entries(book)
    .filter(({ isDefaultBilling }) => isDefaultBilling)
    .map(({ id }) => id),
})

describe('an address book', () => {
  it('makes the first address both defaults, even unasked', () => {
    const book = add(emptyBook, home('a'), { isDefaultShipping: false })
    expect(defaults(book)).toEqual({ shipping: ['a'], billing: ['a'] })
  })

  it('moves each default on its own', () => {
    const book = add(add(emptyBook, home('a'), {}), home('b'), { isDefaultBilling: true })
    expect(defaults(book)).toEqual({ shipping: ['a'], billing: ['b'] })
    expect(defaults(change(book, { id: 'b', fields: {}, wishes: { isDefaultShipping: true } }))).toEqual({
      shipping: ['b'],
      billing: ['b'],
    })
  })

  it('hands a removed default to the oldest address left', () => {
    const book = add(add(add(emptyBook, home('a'), {}), home('b'), {}), home('c'), {
      isDefaultShipping: true,
    })
    expect(defaults(remove(book, 'c'))).toEqual({ shipping: ['a'], billing: ['a'] })
    expect(remove(remove(remove(book, 'c'), 'a'), 'b')).toEqual(emptyBook)
  })

  it('knows a wish that would leave no default', () => {
    const book = add(add(emptyBook, home('a'), {}), home('b'), {})
    expect(leavesNoDefault(book, 'a', { isDefaultShipping: false })).toBe(true)
    expect(leavesNoDefault(book, 'b', { isDefaultShipping: false })).toBe(false)
  })

  it('keeps what is not sent and empties what is null', () => {
    const book = add(emptyBook, { ...home('a'), company: 'Engines', line2: 'c/o' }, {})
    const [changed] = change(book, { id: 'a', fields: { company: null, city: 'Bonn' }, wishes: {} }).addresses
    expect(changed).toEqual({ ...home('a'), line2: 'c/o', city: 'Bonn' })
  })

  it('always has exactly one default of each kind while there is an address', () => {
    const wishes = fc.record({ isDefaultShipping: fc.boolean(), isDefaultBilling: fc.boolean() })
    const move = fc.record({ verb: fc.constantFrom('add', 'change', 'remove'), at: fc.nat(9), wishes })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let book = emptyBook
        moves.forEach(({ verb, at, wishes }, index) => {
          const id = book.addresses[at % Math.max(1, book.addresses.length)]?.id
          if (verb === 'add') book = add(book, home(`new-${index}`), wishes)
          else if (id && verb === 'remove') book = remove(book, id)
          else if (id && !leavesNoDefault(book, id, wishes)) book = change(book, { id, fields: {}, wishes })
          const one = book.addresses.length === 0 ? 0 : 1
          expect(defaults(book).shipping).toHaveLength(one)
          expect(defaults(book).billing).toHaveLength(one)
        })
      }),
    )
  })
})
