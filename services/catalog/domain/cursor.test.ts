import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'
import { titleKeyOf } from './listing.ts'

const id = 'prod_01h455vb4pex5vsknk084sn02q'

describe('a cursor', () => {
  it('of any title is read back, within the 500 characters a cursor may have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 255 }), (title) => {
        const place = { key: titleKeyOf(title.replaceAll('\0', '')), id }
        const cursor = writeCursor('title', place)
        expect(cursor.length).toBeLessThanOrEqual(500)
        expect(readCursor('title', cursor)).toEqual(place)
      }),
    )
  })

  it('of another order, or made up, is none', () => {
    const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    expect(readCursor('price', writeCursor('-price', { key: 5, id }))).toBeUndefined()
    for (const cursor of [
      '',
      'x',
      made('price', '5', id),
      made('price', 1.5, id),
      made('price', 5, "'"),
      made('price', 5),
    ])
      expect(readCursor('price', cursor)).toBeUndefined()
    expect(readCursor('title', made('title', 'a\0b', id))).toBeUndefined()
  })
})
