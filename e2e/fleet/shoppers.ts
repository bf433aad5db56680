import { checkOut } from '../faults/buyer.ts'
import { newPurchase, type Purchase } from '../faults/history.ts'
import type { Stubborn } from '../faults/stubborn.ts'

interface Wish {
  readonly sku: string
  readonly buyers: number
}

let crowds = 0

/** Shoppers who buy one thing after the other until told to stop. */
export function shoppers(shopper: Stubborn, { sku, buyers }: Wish) {
  const crowd = ++crowds
  const purchases: Purchase[] = []
  let isOpen = true
  const one = async (name: number) => {
    while (isOpen) {
      const email = `buyer-${crowd}-${name}-${purchases.length}@example.com`
      const purchase = newPurchase({ email, lines: [{ sku, quantity: 1 }], cardToken: 'tok_visa' })
      purchases.push(purchase)
      await checkOut(shopper, purchase)
    }
  }
  const all = Promise.all(Array.from({ length: buyers }, (_, index) => one(index)))
  return {
    purchases,
    async finish() {
      isOpen = false
      await all
    },
  }
}
