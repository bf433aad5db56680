import { writeFileSync } from 'node:fs'
import { attributeDefinitions } from './catalog/attributes.ts'
import { demoProducts } from './catalog/products.ts'
import { eurCsv } from './csv/eur-rows.ts'
import { usdCsv } from './csv/usd-rows.ts'

const products = demoProducts()
writeFileSync(new URL('./catalog-eur.csv', import.meta.url), eurCsv(products))
writeFileSync(new URL('./catalog-usd.csv', import.meta.url), usdCsv(products))
writeFileSync(
  new URL('./attributes.json', import.meta.url),
  `${JSON.stringify(attributeDefinitions, null, 2)}\n`,
)
const variants = products.reduce((sum, product) => sum + product.variants.length, 0)
console.log(`wrote ${products.length} products with ${variants} variants`)
