import type { Queryable } from '@souk/kit/database'
import { productsStore } from './products-store.ts'
import { purchasesStore } from './purchases-store.ts'

export type RecommendationsStore = ReturnType<typeof recommendationsStore>

export const recommendationsStore = (sql: Queryable) => ({ ...productsStore(sql), ...purchasesStore(sql) })
