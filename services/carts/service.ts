import { customerGroupsChanged } from '@souk/contracts/accounts'
import * as contract from '@souk/contracts/carts'
import { productChanged, productDeleted, productPublished, productUnpublished } from '@souk/contracts/catalog'
import { customerErasure } from '@souk/contracts/erasure'
import { exportFromCarts } from '@souk/contracts/export'
import { availabilityChanged } from '@souk/contracts/inventory'
import { orderConfirmed } from '@souk/contracts/orders'
import { minutes } from '@souk/kit/runtime'
import {
  conducts,
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import { addCode } from './features/add-code.ts'
import { addLine } from './features/add-line.ts'
import { changeCart } from './features/change-cart.ts'
import { changeLine } from './features/change-line.ts'
import { claimCart } from './features/claim-cart.ts'
import { completeCart } from './features/complete-cart.ts'
import { createCart } from './features/create-cart.ts'
import { expireCarts } from './features/expire-carts.ts'
import { exportCustomer } from './features/export-customer.ts'
import { forgetCustomer } from './features/forget-customer.ts'
import { freezeCart } from './features/freeze-cart.ts'
import { hearWith } from './features/hear.ts'
import { listCartSkus } from './features/list-cart-skus.ts'
import { listPaymentMethods } from './features/list-payment-methods.ts'
import { listShippingOptions } from './features/list-shipping-options.ts'
import { noteGroups } from './features/note-groups.ts'
import { removeCode } from './features/remove-code.ts'
import { removeLine } from './features/remove-line.ts'
import { showCart } from './features/show-cart.ts'
import { showPrices } from './features/show-prices.ts'
import { thawCart } from './features/thaw-cart.ts'
import { type CartsStore, cartsStore } from './store/carts-store.ts'
import { variantCache } from './store/variant-cache.ts'
import { VARIANT_CHANGED } from './store/variants-store.ts'

/** `currency` is the shop's: that of a cart opened without naming one. */
export const carts = ({ currency }: { currency: string }): ServiceDefinition => {
  const cache = variantCache()
  const hear = hearWith(cache)
  return service<CartsStore>({
    name: 'carts',
    migrations: migrationsBeside(import.meta.url),
    store: (db) => cartsStore(db, cache),
    answers: [
      shows(exportFromCarts, exportCustomer),
      conducts(contract.createCart, createCart(currency)),
      conducts(contract.showCart, showCart),
      conducts(contract.changeCart, changeCart),
      conducts(contract.addLine, addLine),
      conducts(contract.changeLine, changeLine),
      conducts(contract.removeLine, removeLine),
      conducts(contract.addCode, addCode),
      conducts(contract.removeCode, removeCode),
      shows(contract.showPrices, showPrices(currency)),
      shows(contract.listShippingOptions, listShippingOptions),
      shows(contract.listCartPaymentMethods, listPaymentMethods),
      shows(contract.listCartSkus, listCartSkus),
      conducts(contract.claimCart, claimCart),
      conducts(contract.freezeCart, freezeCart),
      conducts(contract.thawCart, thawCart),
    ],
    hears: [
      on(productPublished, hear.product),
      on(productChanged, hear.product),
      on(productUnpublished, hear.productGone),
      on(productDeleted, hear.productGone),
      on(availabilityChanged, hear.availability),
      on(customerGroupsChanged, noteGroups),
      on(orderConfirmed, completeCart, ({ cartId }) => cartId),
      forgets(customerErasure, forgetCustomer),
    ],
    announces: [contract.cartCompleted],
    repeats: [every(minutes(10), 'expire-carts', expireCarts)],
    listens: [{ channel: VARIANT_CHANGED, heard: cache.drop, missed: () => cache.drop() }],
  })
}
