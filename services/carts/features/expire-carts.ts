import { days, toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { CartsStore } from '../store/carts-store.ts'

const KEPT_FOR = days(30)
const LOT = 500

/** Removes guests' carts nobody touched for 30 days, and what is left of merged ones, a lot at a time. */
export const expireCarts = ({ store, clock }: ProcessRoom<CartsStore>): Promise<number> =>
  store.removeLeftBehind(toTimestamp(clock.now() - KEPT_FOR), LOT)
