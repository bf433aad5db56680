import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunked, each, seeded } from '../fixtures/drain.ts'
import { gatherDamage } from './gather-damage.ts'
import { readLines } from './read-lines.ts'
import { type CsvRecord, readRecords } from './read-records.ts'

async function records(chunks: AsyncIterable<Uint8Array | string>): Promise<CsvRecord[]> {
  return Array.fromAsync(gatherDamage(readRecords(readLines(chunks)), 3))
}

async function briefly(text: string): Promise<string[]> {
  const found = await records(each([text]))
  return found.map((record) =>
    record.kind === 'row'
      ? `${record.line} ${record.cells.join('|')}`
      : `${record.line}-${record.through} ${record.code}`,
  )
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r', '\r\n', 'é', '😀', "'") }),
  fc.string({ unit: 'grapheme' }),
)
const table = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 12 })

function written(rows: readonly string[][], eol: string): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(eol)
}

describe('records', () => {
  test('start at their physical line, quoted newlines and blank rows counted', async () => {
    const file = 'a,b,c\r\n1,"two\r\nlines",3\r\n\r\n,,\r\n4,5,6\r\n7,"three\n\nlines\n",9'
    expect(await briefly(file)).toEqual([
      '1 a|b|c',
      '2 1|two\r\nlines|3',
      '6 4|5|6',
      '7 7|three\n\nlines\n|9',
    ])
  })

  test('lose the byte order mark of the file, not one inside', async () => {
    expect(await briefly('\uFEFFa,b,c\n\uFEFF1,2,3\n')).toEqual(['1 a|b|c', '2 \uFEFF1|2|3'])
  })

  test('agree with csv-parse on every well-formed file, however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, eol, size) => {
          const text = written(rows, eol)
          const found = await records(chunked(new TextEncoder().encode(text), size))
          const cells = found.map((record) => (record.kind === 'row' ? record.cells : record.code))
          expect(cells).toEqual(parse(text, { record_delimiter: ['\r\n', '\n'] }))
          expect(cells).toEqual(rows)
        },
      ),
      seeded(500),
    )
  })

  test('start at the line counting newlines finds, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const found = await records(each([written(rows, '\n')]))
        const starts = rows.map(
          (_, index) => written(rows.slice(0, index), '\n').split('\n').length + (index ? 1 : 0),
        )
        expect(found.map(({ line }) => line)).toEqual(starts)
      }),
      seeded(300),
    )
  })

  test('come out the same of text chunks cut inside a surrogate pair', async () => {
    const text = 'a,b,c\n😀,"😀😀",z\n'
    const whole = await records(each([text]))
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(await records(each([text.slice(0, cut), text.slice(cut)]))).toEqual(whole)
    }
  })
})

describe('behind damage reading goes on', () => {
  test.each([
    ['a quote inside a bare cell', 'a,b,c\n1,2" wide,3\n4,5,6', ['1 a|b|c', '2-2 stray_quote', '3 4|5|6']],
    ['text behind a closing quote', 'a,b,c\n1,"2" wide,3\n4,5,6', ['1 a|b|c', '2-2 stray_quote', '3 4|5|6']],
    ['too few cells', 'a,b,c\n1,2\n4,5,6', ['1 a|b|c', '2-2 wrong_column_count', '3 4|5|6']],
    ['too many cells', 'a,b,c\n1,2,3,4\n4,5,6', ['1 a|b|c', '2-2 wrong_column_count', '3 4|5|6']],
    [
      'two short rows, each a mistake of its own',
      'a,b,c\n1\n2\n4,5,6',
      ['1 a|b|c', '2-2 wrong_column_count', '3-3 wrong_column_count', '4 4|5|6'],
    ],
    [
      'a quote never closed',
      'a,b,c\n1,"2,3\n4,5,6\n7,8,9',
      ['1 a|b|c', '2-2 unclosed_quote', '3 4|5|6', '4 7|8|9'],
    ],
    [
      'a quote closed by the next quoted cell',
      'a,b,c\n1,"2,3\n4,5,6\n7,"8",9',
      ['1 a|b|c', '2-2 stray_quote', '3 4|5|6', '4 7|8|9'],
    ],
    [
      'the fragments of a broken description',
      'a,b,c\n1,"say "x"\nand, more\nend",3\n4,5,6',
      ['1 a|b|c', '2-4 stray_quote', '5 4|5|6'],
    ],
    [
      'two damaged rows in a row',
      'a,b,c\n1,2"x,3\n4,5"x,6\n7,8,9',
      ['1 a|b|c', '2-2 stray_quote', '3-3 stray_quote', '4 7|8|9'],
    ],
  ])('%s', async (_, file, expected) => {
    expect(await briefly(file)).toEqual(expected)
  })

  test('commas a spreadsheet left behind are no damage', async () => {
    expect(await briefly('a,b,c\n1,2,3,,\n')).toEqual(['1 a|b|c', '2 1|2|3||'])
  })

  test('a line of another encoding, and one beyond 1 MiB, are reported and left', async () => {
    const latin1 = Buffer.from('a,b,c\n1,caf\xe9,3\n4,5,6\n', 'latin1')
    const long = Buffer.from(`7,${'x'.repeat(1_100_000)},9\n0,0,0\n`)
    const found = await records(each([latin1, long]))
    expect(found.map((record) => (record.kind === 'row' ? record.cells[0] : record.code))).toEqual([
      'a',
      'not_utf8',
      '4',
      'line_too_long',
      '0',
    ])
  })
})
