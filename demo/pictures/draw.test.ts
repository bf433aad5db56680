import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { drawPicture } from './draw.ts'
import { unclosed } from './unclosed.ts'

const Row = z.object({ 'Image Src': z.string(), 'Variant Image': z.string() })
const file = readFileSync(new URL('../catalog-eur.csv', import.meta.url), 'utf8')
const rows = z.array(Row).parse(parse(file, { columns: true }))
const sources = rows.map((row) => row['Image Src']).filter((source) => source !== '')

function pictureAt(source: string): string | undefined {
  const [, handle = '', position = ''] = /^\/media\/demo\/([a-z0-9-]+)-(\d)\.svg$/.exec(source) ?? []
  return drawPicture(handle, Number(position))
}

const pictures = new Map(sources.map((source) => [source, pictureAt(source)]))

test('every picture the catalog names can be drawn', () => {
  expect(sources.length).toBeGreaterThan(1000)
  expect(sources.filter((source) => pictures.get(source) === undefined)).toEqual([])
})

test('a variant is shown by a picture its product has', () => {
  const shown = rows.map((row) => row['Variant Image']).filter((source) => source !== '')
  expect(shown.length).toBeGreaterThan(100)
  expect(shown.filter((source) => !pictures.has(source))).toEqual([])
})

test('every picture is well-formed XML that uses only what it defines', () => {
  for (const [source, svg = ''] of pictures) {
    expect(unclosed(svg), source).toBeUndefined()
    const defined = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const used = [...svg.matchAll(/(?:url\(|href=")#([^)"]+)/g)].map(([, id]) => id)
    expect(
      used.filter((id) => !defined.has(id)),
      source,
    ).toEqual([])
  }
})

test.each([
  '<svg><g></svg>',
  '<svg><g/>',
  '<svg a="1" a="2"/>',
  '<svg d="a<b"/>',
  '<svg>words</svg>',
  '<svg a=1/>',
])('%s would not pass for well-formed', (broken) => {
  expect(unclosed(broken)).toBeDefined()
})

test('no picture carries script, text, or anything from elsewhere', () => {
  for (const [source, svg = ''] of pictures) {
    expect(svg, source).not.toMatch(
      /<(script|text|image|foreignObject|style|a)\b|\son\w+=|javascript:|href="[^#]/i,
    )
    expect(svg, source).not.toMatch(/NaN|undefined|Infinity/)
  }
})

test('every picture is under twelve kilobytes', () => {
  for (const [source, svg = ''] of pictures) expect(Buffer.byteLength(svg), source).toBeLessThan(12_000)
})

test('no product has the same picture twice', () => {
  expect(new Set(pictures.values()).size).toBe(pictures.size)
})

test('a picture is the same each time it is drawn', () => {
  for (const source of sources.slice(0, 50)) expect(pictureAt(source)).toBe(pictures.get(source))
})

test('there is no picture of an unknown product, nor at a position it does not have', () => {
  expect(drawPicture('no-such-thing', 1)).toBeUndefined()
  expect(drawPicture('linen-shirt-band-collar', 9)).toBeUndefined()
})
