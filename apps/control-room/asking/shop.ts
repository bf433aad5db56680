import { createContext, use } from 'react'
import type { Ask } from './ask.ts'
import type { Poller } from './poller.ts'

/** The shop as the page knows it, and the page’s clock. */
export interface Shop {
  readonly ask: Ask
  readonly poller: Poller
  readonly now: () => number
}

const ShopContext = createContext<Shop | undefined>(undefined)
export const ShopProvider = ShopContext.Provider

export function useShop(): Shop {
  const shop = use(ShopContext)
  if (!shop) throw new Error('a part of the page was drawn without the shop')
  return shop
}
