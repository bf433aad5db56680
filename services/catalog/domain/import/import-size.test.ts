import { expect, test } from 'vitest'
import { readShopifyCsv } from './read-shopify-csv.ts'

const products = 10_000
const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,' +
  'Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Position\n'

function rowsOf(index: number): string {
  const body = `"<p>Number ${index}, ""the"" one.</p>\n${'<p>Lorem ipsum dolor sit amet.</p>'.repeat(20)}"`
  const first = `p-${index},Product ${index},${body},Vendor,Type,"a, b",TRUE,Size,S,SKU-${index}-S,120,5,deny,19.90,25.00`
  const second = `p-${index},,,,,,,,M,SKU-${index}-M,130,7,deny,21.90,,https://x.test/${index}b.png,2`
  return `${first},https://x.test/${index}.png,1\n${second}\np-${index},,,,,,,,,,,,,,,https://x.test/${index}c.png,3\n`
}

test('10,000 products stream in seconds, and no more than a chunk is read ahead of the product in hand', async () => {
  let given = 0
  async function* file() {
    yield header
    while (given < products) {
      given += 10
      yield Array.from({ length: 10 }, (_, at) => rowsOf(given - 10 + at)).join('')
    }
  }
  let taken = 0
  let ahead = 0
  const start = performance.now()
  for await (const item of readShopifyCsv(file(), { currency: 'EUR' })) {
    expect(item.kind).toBe('product')
    taken += 1
    ahead = Math.max(ahead, given - taken)
  }
  const seconds = (performance.now() - start) / 1000
  console.log(`${products} products in ${seconds.toFixed(2)} s, at most ${ahead} read ahead`)
  expect(taken).toBe(products)
  expect(ahead).toBeLessThanOrEqual(10)
  expect(seconds).toBeLessThan(15)
}, 30_000)
