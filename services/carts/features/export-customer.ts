import type { exportFromCarts as contract } from '@souk/contracts/export'
import type { Query } from '@souk/kit/service'
import type { CartsStore } from '../store/carts-store.ts'

export const exportCustomer: Query<typeof contract, CartsStore> = async ({ customerId }, { store }) => ({
  parts: { carts: await store.cartsOf(customerId) },
})
