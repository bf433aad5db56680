import {
  addCode,
  addLine,
  changeCart,
  changeLine,
  claimCart,
  createCart,
  listCartPaymentMethods,
  listShippingOptions,
  removeCode,
  removeLine,
  showCart,
  showPrices,
} from '@souk/contracts/carts'
import { completeCart } from '@souk/contracts/orders'
import { type Area, change, changeEach, list, one } from '../area.ts'

const byCart = { named: { id: 'cartId' } }
const ofCart = { from: { id: ({ id }: { id: string }) => id } }
const gives = 'cart'

export const carts: Area = {
  queries: {
    cart: one(showCart, { type: 'Cart' }),
    prices: list(showPrices, { type: 'PersonalPrice' }),
  },
  fields: {
    Cart: {
      shippingOptions: list(listShippingOptions, { ...ofCart, type: 'ShippingOption' }),
      paymentMethods: list(listCartPaymentMethods, { ...ofCart, type: 'PaymentMethod' }),
    },
  },
  mutations: {
    cartCreate: change(createCart, { gives }),
    cartLinesAdd: changeEach(addLine, { ...byCart, gives, of: 'cartId', each: 'lines' }),
    cartLinesUpdate: changeEach(changeLine, { ...byCart, gives, of: 'cartId', each: 'lines' }),
    cartLinesRemove: changeEach(removeLine, { ...byCart, gives, of: 'cartId', each: 'lineIds' }),
    cartCodesAdd: changeEach(addCode, { ...byCart, gives, of: 'cartId', each: 'codes' }),
    cartCodesRemove: changeEach(removeCode, { ...byCart, gives, of: 'cartId', each: 'codes' }),
    cartUpdate: change(changeCart, { ...byCart, gives }),
    cartClaim: change(claimCart, { ...byCart, gives }),
    cartComplete: change(completeCart, byCart),
  },
}
