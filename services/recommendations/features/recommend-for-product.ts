import type { recommendForProduct as contract } from '@souk/contracts/recommendations'
import type { Query } from '@souk/kit/service'
import type { DemandMemory } from '../store/demand-memory.ts'
import type { RecommendationsStore } from '../store/recommendations-store.ts'
import { recommend } from './recommend.ts'

export const recommendForProduct =
  (shopCurrency: string, memory: DemandMemory): Query<typeof contract, RecommendationsStore> =>
  ({ id, currency = shopCurrency, limit }, room) =>
    recommend({ seeds: [id], isBought: false, currency, limit }, memory, room)
