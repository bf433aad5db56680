import { useCallback, useState } from 'react'
import { useShop } from '../asking/shop.ts'
import { runSale, type Wish } from './flash-sale.ts'
import type { Outcome } from './sale-tally.ts'

export type Sale =
  | { readonly state: 'none' }
  | {
      readonly state: 'filling' | 'paying' | 'over'
      readonly wish: Wish
      readonly ready: number
      readonly outcomes: readonly Outcome[]
    }
  /** The shop takes no test cards, or what is wanted cannot be bought. */
  | { readonly state: 'impossible' }

/** One flash sale at a time, from this browser. */
export function useFlashSale(): [Sale, (wish: Wish) => Promise<void>] {
  const { ask, now } = useShop()
  const [sale, setSale] = useState<Sale>({ state: 'none' })
  const open = useCallback(
    async (wish: Wish) => {
      setSale({ state: 'filling', wish, ready: 0, outcomes: [] })
      const outcomes = await runSale(wish, {
        ask,
        now,
        rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        tell(ready, told) {
          const state = ready + told.length >= wish.buyers ? 'paying' : 'filling'
          setSale({ state, wish, ready, outcomes: [...told] })
        },
      })
      setSale(outcomes ? { state: 'over', wish, ready: wish.buyers, outcomes } : { state: 'impossible' })
    },
    [ask, now],
  )
  return [sale, open]
}
