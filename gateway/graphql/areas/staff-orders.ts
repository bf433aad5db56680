import {
  buyFulfilmentLabel,
  captureOrder,
  createFulfilment,
  deliverFulfilment,
  editOrder,
  exchangeOrder,
  holdOrder,
  listOrders,
  previewEdit,
  previewRefund,
  refundOrder,
  releaseHold,
  shipFulfilment,
  showTimeline,
} from '@souk/contracts/orders'
import { listLedger, showPayment } from '@souk/contracts/payments'
import { cancelLabel, listLabels } from '@souk/contracts/shipping'
import { type Area, change, connection, list, one } from '../area.ts'

const byOrder = { named: { id: 'orderId' } }
const ofOrder = { ...byOrder, gives: 'order' }
const byFulfilment = { named: { id: 'fulfilmentId' } }
const ofFulfilment = { ...byFulfilment, gives: 'fulfilment' }

export const staffOrders: Area = {
  queries: {
    orders: connection(listOrders, { type: 'Order' }),
    orderTimeline: list(showTimeline, { ...byOrder, type: 'TimelineEntry' }),
    orderEditPreview: one(previewEdit, { ...byOrder, type: 'OrderEditPreview' }),
    refundPreview: one(previewRefund, { ...byOrder, type: 'RefundPreview' }),
    fulfilmentLabels: list(listLabels, { ...byFulfilment, type: 'ShippingLabel' }),
    payment: one(showPayment, { type: 'PaymentAccount' }),
    ledger: connection(listLedger, { type: 'LedgerLine' }),
  },
  mutations: {
    orderEdit: change(editOrder, ofOrder),
    orderExchange: change(exchangeOrder, ofOrder),
    orderHold: change(holdOrder, ofOrder),
    orderHoldRelease: change(releaseHold, ofOrder),
    orderCapture: change(captureOrder, ofOrder),
    refundCreate: change(refundOrder, ofOrder),
    fulfilmentCreate: change(createFulfilment, { ...byOrder, gives: 'fulfilment' }),
    fulfilmentShip: change(shipFulfilment, ofFulfilment),
    fulfilmentDeliver: change(deliverFulfilment, ofFulfilment),
    labelBuy: change(buyFulfilmentLabel, { ...byFulfilment, gives: 'label' }),
    labelCancel: change(cancelLabel, { named: { id: 'labelId' }, gives: 'label' }),
  },
}
