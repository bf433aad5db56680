import { customerErasure } from '@souk/contracts/erasure'
import { exportFromOrders } from '@souk/contracts/export'
import * as contract from '@souk/contracts/orders'
import {
  paymentAuthorized,
  paymentCaptured,
  paymentFailed,
  paymentRefunded,
  paymentVoided,
} from '@souk/contracts/payments'
import { shipmentCreated, shipmentDelivered, shipmentFailed, shipmentShipped } from '@souk/contracts/shipping'
import {
  conducts,
  does,
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import { buyFulfilmentLabel } from './features/buy-fulfilment-label.ts'
import { cancelMyOrder, cancelOrder } from './features/cancel-order.ts'
import { cancelReturn } from './features/cancel-return.ts'
import { captureOrder } from './features/capture-order.ts'
import { completeCart } from './features/complete-cart.ts'
import { createFulfilment } from './features/create-fulfilment.ts'
import { approveReturn, declineReturn } from './features/decide-return.ts'
import { editOrder } from './features/edit-order.ts'
import { exchangeOrder } from './features/exchange-order.ts'
import { exportCustomer } from './features/export-customer.ts'
import { forgetCustomer } from './features/forget-customer.ts'
import { hearFailedShipment, hearPayment, hearRefund, hearShipment } from './features/hear.ts'
import { holdOrder, releaseHold } from './features/hold-order.ts'
import { listMyOrders, listOrders } from './features/list-orders.ts'
import { deliverFulfilment, shipFulfilment } from './features/move-fulfilment.ts'
import { payOrder } from './features/pay-order.ts'
import { previewEdit } from './features/preview-edit.ts'
import { previewRefund } from './features/preview-refund.ts'
import { closeReturn, inspectReturn, receiveReturn } from './features/receive-return.ts'
import { refundOrder } from './features/refund-order.ts'
import { requestReturn } from './features/request-return.ts'
import { showOrder } from './features/show-order.ts'
import { showOrderToStaff, showTimeline } from './features/show-order-to-staff.ts'
import { tellWatchers } from './features/tell-watchers.ts'
import { watchOrder } from './features/watch-order.ts'
import { orderWatchers } from './features/watchers.ts'
import { cancellation } from './sagas/cancellation.ts'
import { checkout } from './sagas/checkout.ts'
import { edit } from './sagas/edit.ts'
import { furtherPayment } from './sagas/further-payment.ts'
import { settlement } from './sagas/settlement.ts'
import { orderNumbers } from './store/order-numbers.ts'
import { type OrdersStore, ordersStore } from './store/orders-store.ts'

const LOOK_FOR_CHANGES_MS = 500

const itsOrder = ({ orderId }: { orderId: string }) => orderId

export interface OrdersParts {
  /** Makes the guests’ keys to their orders; it must stay the same over restarts. */
  readonly tokenSecret: string
  /** For so many days after the last parcel arrived goods may be sent back. */
  readonly returnWindowDays?: number
}

export const orders = ({ tokenSecret, returnWindowDays = 30 }: OrdersParts): ServiceDefinition => {
  const watchers = orderWatchers()
  const numbers = orderNumbers()
  return service<OrdersStore>({
    name: 'orders',
    migrations: migrationsBeside(import.meta.url),
    store: (db) => ordersStore(db, { tokenSecret, numbers }),
    answers: [
      shows(exportFromOrders, exportCustomer),
      conducts(contract.completeCart, completeCart),
      shows(contract.showOrder, showOrder),
      shows(contract.watchOrder, watchOrder(watchers)),
      shows(contract.listMyOrders, listMyOrders),
      conducts(contract.cancelMyOrder, cancelMyOrder),
      does(contract.requestReturn, requestReturn(returnWindowDays)),
      does(contract.cancelReturn, cancelReturn),
      shows(contract.listOrders, listOrders),
      shows(contract.showOrderToStaff, showOrderToStaff),
      shows(contract.showTimeline, showTimeline),
      does(contract.holdOrder, holdOrder),
      does(contract.releaseHold, releaseHold),
      conducts(contract.cancelOrder, cancelOrder),
      conducts(contract.captureOrder, captureOrder),
      shows(contract.previewRefund, previewRefund),
      conducts(contract.refundOrder, refundOrder),
      conducts(contract.payOrder, payOrder),
      shows(contract.previewEdit, previewEdit),
      conducts(contract.editOrder, editOrder),
      conducts(contract.exchangeOrder, exchangeOrder),
      conducts(contract.createFulfilment, createFulfilment),
      conducts(contract.buyFulfilmentLabel, buyFulfilmentLabel),
      conducts(contract.shipFulfilment, shipFulfilment),
      conducts(contract.deliverFulfilment, deliverFulfilment),
      does(contract.approveReturn, approveReturn),
      does(contract.declineReturn, declineReturn),
      does(contract.receiveReturn, receiveReturn),
      does(contract.inspectReturn, inspectReturn),
      does(contract.closeReturn, closeReturn),
    ],
    hears: [
      on(paymentAuthorized, hearPayment, itsOrder),
      on(paymentCaptured, hearPayment, itsOrder),
      on(paymentFailed, hearPayment, itsOrder),
      on(paymentVoided, hearPayment, itsOrder),
      on(paymentRefunded, hearRefund, itsOrder),
      on(shipmentCreated, hearShipment, itsOrder),
      on(shipmentShipped, hearShipment, itsOrder),
      on(shipmentDelivered, hearShipment, itsOrder),
      on(shipmentFailed, hearFailedShipment, itsOrder),
      forgets(customerErasure, forgetCustomer),
    ],
    announces: [
      contract.orderConfirmed,
      contract.orderEdited,
      contract.orderCompleted,
      contract.orderCancelled,
      contract.returnRequested,
      contract.returnApproved,
      contract.returnDeclined,
      contract.returnReceived,
      contract.returnInspected,
    ],
    sagas: [checkout, cancellation, edit, settlement, furtherPayment],
    repeats: [every(LOOK_FOR_CHANGES_MS, 'tell-watchers', tellWatchers(watchers))],
  })
}
