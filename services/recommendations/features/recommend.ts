import type { Recommendation } from '@souk/contracts/recommendations'
import { toTimestamp } from '@souk/kit/runtime'
import type { QueryRoom } from '@souk/kit/service'
import { type Candidates, choose } from '../domain/choose.ts'
import { type Demand, toDemand } from '../domain/demand.ts'
import { companionsOf } from '../domain/taste.ts'
import type { DemandMemory } from '../store/demand-memory.ts'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

export interface Wish {
  /** Products it shall go with, the foremost first; none: what goes with everything. */
  readonly seeds: readonly string[]
  /** Whether these were bought before. */
  readonly isBought: boolean
  readonly currency: string
  readonly limit: number
}

type Room = QueryRoom<RecommendationsStore>

/** More of them may be of no use than this, such as those in the cart: then the list is shorter. */
const SPARE = 12
/** A long cart is known by its first things. */
const MOST_SEEDS = 10
const MOST_WEIGHED = 10_000

/** Recommends with what is known of tastes; what that leaves room for is filled with what is wanted, or new. */
export async function recommend(
  { seeds, isBought, currency, limit }: Wish,
  memory: DemandMemory,
  room: Room,
): Promise<{ items: Recommendation[]; nextCursor: null }> {
  const { store, clock } = room
  const foremost = seeds.slice(0, MOST_SEEDS)
  const most = limit + SPARE
  const [purchases, demand, looked] = await Promise.all([
    store.purchasesWith(foremost),
    weighed(memory, room),
    store.findProducts(foremost),
  ])
  const category = foremost.map((id) => looked.get(id)?.category).find((one) => one) ?? null
  const taste = { purchases, demandFor: demand.weightOf, now: clock.now() }
  const companions = companionsOf(foremost, taste).slice(0, most)
  const others = await wantedOrNew({ demand, categoryId: category?.id, most }, store)
  const ids = [...companions.map(({ productId }) => productId), ...Object.values(others).flat()]
  const products = new Map([...looked, ...(await store.findProducts([...new Set(ids)]))])
  const choice = { products, without: seeds, isBought, category, currency, limit }
  return { items: choose({ companions, ...others }, choice), nextCursor: null }
}

async function wantedOrNew(
  { demand, categoryId, most }: { demand: Demand; categoryId: string | undefined; most: number },
  store: RecommendationsStore,
): Promise<Omit<Candidates, 'companions'>> {
  const [newInCategory, newest] = await Promise.all([
    categoryId === undefined ? [] : store.newest(categoryId, most),
    store.newest(undefined, most),
  ])
  return {
    popularInCategory: demand.popularIn(categoryId).slice(0, most),
    popular: demand.popular.slice(0, most),
    ...{ newInCategory, new: newest },
  }
}

const weighed = (memory: DemandMemory, { store, clock }: Room): Promise<Demand> =>
  memory.read(clock.now(), async () => toDemand(await store.demand(toTimestamp(clock.now()), MOST_WEIGHED)))
