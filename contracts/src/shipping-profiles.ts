import { call, nothing, page, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Key } from './shipping-values.ts'

const profileFields = {
  name: text(120),
  /** Not for what is never sent, such as a download. */
  isShipped: z.boolean(),
}

/** Goods that ship alike; each profile in an order is a parcel of its own, and their prices add up. */
export const ShippingProfile = z.strictObject({ id: Key, ...profileFields, version: z.int() })

export const listShippingProfiles = call(
  'shipping.list-shipping-profiles',
  'GET /admin/v1/shipping-profiles',
  {
    summary: 'The kinds of goods that ship alike.',
    access: 'staff:shipping:read',
    answers: { 200: page(ShippingProfile) },
  },
)

const byId = z.strictObject({ id: Key })
export const showShippingProfile = call(
  'shipping.show-shipping-profile',
  'GET /admin/v1/shipping-profiles/{id}',
  {
    summary: 'One kind of goods that ship alike.',
    access: 'staff:shipping:read',
    params: byId,
    answers: { 200: ShippingProfile },
  },
)

export const addShippingProfile = call('shipping.add-shipping-profile', 'POST /admin/v1/shipping-profiles', {
  summary: 'Adds a kind of goods; variants name it as their shippingProfile.',
  access: 'staff:shipping:write',
  body: z.strictObject({ id: Key, name: profileFields.name, isShipped: z.boolean().default(true) }),
  answers: { 201: ShippingProfile },
  refusals: {
    shipping_profile_exists: { status: 409, title: 'There is a profile with this id already.' },
  },
  idempotency: 'accepted',
})

export const changeShippingProfile = call(
  'shipping.change-shipping-profile',
  'PATCH /admin/v1/shipping-profiles/{id}',
  {
    summary: 'Changes a kind of goods that ship alike.',
    access: 'staff:shipping:write',
    params: byId,
    body: z.strictObject(profileFields).partial(),
    answers: { 200: ShippingProfile },
  },
)

export const removeShippingProfile = call(
  'shipping.remove-shipping-profile',
  'DELETE /admin/v1/shipping-profiles/{id}',
  {
    summary: 'Takes a profile away that no option has rates for; `standard` and `digital` stay.',
    access: 'staff:shipping:write',
    params: byId,
    answers: { 204: nothing },
    refusals: { shipping_profile_in_use: { status: 409, title: 'This profile is needed.' } },
  },
)
