import { productChanged, productDeleted, productPublished, productUnpublished } from '@souk/contracts/catalog'
import { customerErasure } from '@souk/contracts/erasure'
import { availabilityChanged } from '@souk/contracts/inventory'
import {
  orderCancelled,
  orderConfirmed,
  orderEdited,
  returnInspected,
  returnReceived,
} from '@souk/contracts/orders'
import * as contract from '@souk/contracts/recommendations'
import { minutes } from '@souk/kit/runtime'
import {
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import { countOrder } from './features/count-order.ts'
import { countReturn } from './features/count-return.ts'
import { forgetCustomer } from './features/forget-customer.ts'
import { forgetOldOrders } from './features/forget-old-orders.ts'
import { hear } from './features/hear.ts'
import { recommendForProduct } from './features/recommend-for-product.ts'
import { recommendForShopper } from './features/recommend-for-shopper.ts'
import { uncountOrder } from './features/uncount-order.ts'
import { demandMemory } from './store/demand-memory.ts'
import { type RecommendationsStore, recommendationsStore } from './store/recommendations-store.ts'

/** `currency` is the shop's: prices are shown in it where none is named. */
export const recommendations = ({ currency }: { currency: string }): ServiceDefinition => {
  const memory = demandMemory()
  const ofOrder = ({ orderId }: { orderId: string }) => orderId
  return service<RecommendationsStore>({
    name: 'recommendations',
    migrations: migrationsBeside(import.meta.url),
    store: recommendationsStore,
    answers: [
      shows(contract.recommendForProduct, recommendForProduct(currency, memory)),
      shows(contract.recommendForShopper, recommendForShopper(currency, memory)),
    ],
    hears: [
      on(productPublished, hear.product),
      on(productChanged, hear.product),
      on(productUnpublished, hear.productGone),
      on(productDeleted, hear.productGone),
      on(availabilityChanged, hear.availability),
      on(orderConfirmed, countOrder, ofOrder),
      on(orderEdited, countOrder, ofOrder),
      on(orderCancelled, uncountOrder, ofOrder),
      on(returnReceived, countReturn, ofOrder),
      on(returnInspected, countReturn, ofOrder),
      forgets(customerErasure, forgetCustomer),
    ],
    repeats: [every(minutes(10), 'forget-old-orders', forgetOldOrders)],
  })
}
