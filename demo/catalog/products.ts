import { categories } from './categories.ts'
import { modelsOf } from './models.ts'
import { type Draft, makeProduct } from './product.ts'
import type { Product } from './shape.ts'
import { productCode } from './words.ts'

/** The whole demo catalog, category by category: always the same products in the same order. */
export function demoProducts(): Product[] {
  const taken = new Map<string, number>()
  return categories
    .flatMap((category) =>
      modelsOf(category).map(
        (model): Draft => ({ category, model, code: unusedCode(productCode(model.title), taken) }),
      ),
    )
    .map(makeProduct)
}

/** Titles that shorten to the same code are told apart by a number, so that SKUs stay unique. */
function unusedCode(code: string, taken: Map<string, number>): string {
  const count = (taken.get(code) ?? 0) + 1
  taken.set(code, count)
  return count === 1 ? code : `${code}${count}`
}
