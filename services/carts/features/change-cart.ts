import type { changeCart as contract } from '@souk/contracts/carts'
import type { ShippingOption } from '@souk/contracts/values'
import { type Input, refuse } from '@souk/kit/contract'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { closed } from '../domain/access.ts'
import type { Cart } from '../domain/cart.ts'
import { choose, pickupPointOf } from '../domain/delivery.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { deliveryOptions } from './delivery-options.ts'
import { editCart } from './edit-cart.ts'
import { findCart } from './find-cart.ts'
import { taxIdFrom } from './tax-id.ts'

export const changeCart: Process<typeof contract, CartsStore> = async (input, room) => {
  const { id } = input
  if (typeof input.taxId === 'string' && !taxIdFrom(input.taxId)) return invalidTaxId()
  const isAboutDelivery = input.shippingOptionId !== undefined || input.pickupPointId !== undefined
  if (!isAboutDelivery) return await editCart(id, (cart) => withDetails(cart, input), room)
  const cart = await findCart(id, room)
  if (!cart) return refuse('not_found')
  const refusal = closed(cart)
  if (refusal) return refusal
  const wanted = input.shippingOptionId ?? cart.delivery?.option.id
  const option = await findOption(withDetails(cart, input), wanted, room)
  if (!option) {
    return refuse('shipping_option_unavailable', {
      detail: 'Choose one of the shipping options the cart lists for its address.',
      errors: [
        { path: 'shippingOptionId', code: 'not_available', message: 'is not offered for this address' },
      ],
    })
  }
  const before = option.id === cart.delivery?.option.id ? cart.delivery : undefined
  const point = pickupPointOf(option, { named: input.pickupPointId, before })
  if (input.pickupPointId !== undefined && !point) return refusePoint()
  return await editCart(id, (found) => choose(withDetails(found, input), option, point), room)
}

const findOption = async (
  cart: Cart,
  optionId: string | undefined,
  room: ProcessRoom<CartsStore>,
): Promise<ShippingOption | undefined> =>
  (await deliveryOptions(cart, room)).items.find((option) => option.id === optionId)

const refusePoint = () =>
  refuse('pickup_point_unavailable', {
    detail: 'Choose one of the pick-up points the shipping option lists.',
    errors: [{ path: 'pickupPointId', code: 'not_available', message: 'is not offered with this option' }],
  })

const invalidTaxId = () =>
  refuse('invalid_tax_id', {
    detail: 'Write it with its country, as in DE136695976; its check digits have to be right.',
    errors: [{ path: 'taxId', code: 'invalid_tax_id', message: 'is no VAT number' }],
  })

const withDetails = ({ taxId, ...cart }: Cart, given: Omit<Input<typeof contract>, 'id'>): Cart => ({
  ...cart,
  ...withTaxId(taxId, given.taxId),
  ...(given.email && { email: given.email }),
  ...(given.shippingAddress && { shippingAddress: given.shippingAddress }),
  ...(given.billingAddress && { billingAddress: given.billingAddress }),
})

function withTaxId(before: string | undefined, given: string | null | undefined) {
  const taxId = given === undefined ? before : given === null ? undefined : taxIdFrom(given)
  return taxId === undefined ? {} : { taxId }
}
