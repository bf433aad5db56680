import {
  cancelMyOrder,
  cancelOrder,
  cancelReturn,
  payOrder,
  requestReturn,
  showOrder,
  showOrderToStaff,
  TimelineEntry,
  watchOrder,
} from '@souk/contracts/orders'
import { type Area, change, live, one } from '../area.ts'

const byOrder = { named: { id: 'orderId' } }

export const orders: Area = {
  queries: { order: one(showOrder, { type: 'Order', staff: showOrderToStaff }) },
  mutations: {
    orderCancel: change(cancelMyOrder, { ...byOrder, gives: 'order', staff: cancelOrder }),
    orderPay: change(payOrder, byOrder),
    returnRequest: change(requestReturn, { ...byOrder, gives: 'order' }),
    returnCancel: change(cancelReturn, { ...byOrder, gives: 'order' }),
  },
  subscriptions: { orderTimeline: live(watchOrder, { type: 'TimelineEntry', entry: TimelineEntry }) },
}
