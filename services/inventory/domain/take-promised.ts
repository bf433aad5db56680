import type { SkuQuantity } from '@souk/contracts/values'
import type { Allocation } from './allocate.ts'
import { demand } from './reserve.ts'

/** Which shelves shipped units come from: those they were promised from, in their order. */
export const takePromised = (unshipped: readonly Allocation[], lines: readonly SkuQuantity[]): Allocation[] =>
  demand(lines).flatMap(([sku, quantity]) => {
    let missing = quantity
    const taken = unshipped
      .filter((one) => one.sku === sku)
      .map((one) => {
        const portion = Math.min(missing, one.quantity)
        missing -= portion
        return { ...one, quantity: portion }
      })
    if (missing > 0) throw new Error(`${missing} of ${sku} were shipped beyond what was promised`)
    return taken.filter((one) => one.quantity > 0)
  })
