import type { exportFromOrders as contract } from '@souk/contracts/export'
import type { Query } from '@souk/kit/service'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'

export const exportCustomer: Query<typeof contract, OrdersStore> = async ({ customerId }, { store }) => ({
  parts: { orders: (await store.ordersOfCustomer(customerId)).map(viewOf) },
})
