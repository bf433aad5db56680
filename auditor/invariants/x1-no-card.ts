import type { Invariant } from '../invariant.ts'
import { cardLike, countRows, placesOf } from '../store/card-like.ts'

export const noCard: Invariant = {
  id: 'X1',
  title:
    'Nothing that looks like a card’s number is stored: in no event, journal, order, cart, payment or mail',
  async wholeShop({ snapshots }, { looked, offends }) {
    for (const service of snapshots.services) {
      const sql = snapshots.of(service)
      for (const place of placesOf(service)) {
        looked(await countRows(sql, place))
        for (const { id, digits } of await cardLike(sql, place))
          if (passesLuhn(digits.replaceAll(/[ -]/g, '')))
            // The number itself is not repeated: this sentence is printed and sent.
            offends({
              id,
              about: id,
              says: `${place.table} of ${service} holds a number that looks like a card’s, in ${id}.`,
            })
      }
    }
  },
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
