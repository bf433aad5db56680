import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { demoProducts } from '../catalog/products.ts'
import { eurCsv } from './eur-rows.ts'
import { usdCsv } from './usd-rows.ts'

const Rows = z.array(z.record(z.string(), z.string()))
const products = demoProducts()
const eur = Rows.parse(parse(eurCsv(products), { columns: true }))
const usd = Rows.parse(parse(usdCsv(products), { columns: true }))
const price = /^[1-9]\d*\.\d\d$/

test('every product is one block of rows with its title in the first', () => {
  const handles = eur.map((row) => row.Handle ?? '')
  const starts = handles.filter((handle, i) => handle !== handles[i - 1])
  expect(starts).toEqual(products.map(({ handle }) => handle))
  expect(eur.filter((row) => row.Title !== '')).toHaveLength(products.length)
})

test('a description comes back from the file as it went in, line breaks and all', () => {
  const bodies = eur.filter((row) => row.Title !== '').map((row) => row['Body (HTML)'])
  expect(bodies).toEqual(products.map(({ description }) => description))
  expect(bodies.every((body) => body?.includes('\n'))).toBe(true)
})

test('every variant has a price in both currencies, positive and with two decimals', () => {
  const priced = eur.filter((row) => row['Variant SKU'] !== '')
  expect(priced.map((row) => row['Variant SKU'])).toEqual(usd.map((row) => row['Variant SKU']))
  for (const row of [...priced, ...usd]) expect(row['Variant Price']).toMatch(price)
})

test('a compare-at price is above the price it is compared with', () => {
  const compared = [...eur, ...usd].filter((row) => row['Variant Compare At Price'])
  expect(compared.length).toBeGreaterThan(20)
  for (const row of compared)
    expect(Number(row['Variant Compare At Price'])).toBeGreaterThan(Number(row['Variant Price']))
})

test('a product without options is sold as its default title', () => {
  const plain = eur.filter((row) => row['Option1 Value'] === 'Default Title')
  expect(plain).toHaveLength(products.filter(({ options }) => options.length === 0).length)
  for (const row of plain) expect(row['Option1 Name']).toBe('Title')
})
