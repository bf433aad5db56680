import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attributeDefinitions } from './catalog/attributes.ts'
import { demoProducts } from './catalog/products.ts'
import { eurCsv } from './csv/eur-rows.ts'
import { usdCsv } from './csv/usd-rows.ts'

function committed(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

test('the committed euro catalog is what the generator makes', () => {
  expect(eurCsv(demoProducts()) === committed('./catalog-eur.csv')).toBe(true)
})

test('the committed dollar prices are what the generator makes', () => {
  expect(usdCsv(demoProducts()) === committed('./catalog-usd.csv')).toBe(true)
})

test('the committed definitions of attributes are what the generator makes', () => {
  expect(JSON.parse(committed('./attributes.json'))).toEqual(attributeDefinitions)
})

test('generating twice gives the same bytes', () => {
  const [first, second] = [demoProducts(), demoProducts()]
  expect(eurCsv(first) === eurCsv(second)).toBe(true)
})
