import type { Allocation, Wish } from './allocate.ts'

/** Which shelves shipped units come from: those they were promised from, in their order. */
export const takePromised = (unshipped: readonly Allocation[], wishes: readonly Wish[]): Allocation[] =>
  wishes.flatMap(({ sku, quantity, bundle }) => {
    let missing = quantity
    const taken = unshipped
      .filter((one) => one.sku === sku && one.bundle === bundle)
      .map((one) => {
        const portion = Math.min(missing, one.quantity)
        missing -= portion
        return { ...one, quantity: portion }
      })
    if (missing > 0) throw new Error(`${missing} of ${sku} were shipped beyond what was promised`)
    return taken.filter((one) => one.quantity > 0)
  })
