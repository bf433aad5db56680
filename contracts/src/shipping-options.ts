import { call, nothing, page, pageQuery } from '@souk/kit/contract'
import { z } from 'zod'
import { CarrierRate, Key, optionFields, placeFields } from './shipping-values.ts'

export const ShippingOptionSetup = z.strictObject({
  id: Key,
  ...optionFields,
  ...placeFields,
  carrierRate: CarrierRate.nullable(),
  isActive: z.boolean(),
  version: z.int(),
})

export const listShippingOptions = call('shipping.list-shipping-options', 'GET /admin/v1/shipping-options', {
  summary: 'The ways to deliver, with their rates, by id.',
  access: 'staff:shipping:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(ShippingOptionSetup) },
})

const byId = z.strictObject({ id: Key })
export const showShippingOption = call(
  'shipping.show-shipping-option',
  'GET /admin/v1/shipping-options/{id}',
  {
    summary: 'One way to deliver, with its rates.',
    access: 'staff:shipping:read',
    params: byId,
    answers: { 200: ShippingOptionSetup },
  },
)

const rateRefusals = {
  unknown_zone: { status: 422, title: 'There is no such shipping zone.' },
  unknown_profile: { status: 422, title: 'There is no such shipping profile.' },
  rates_conflict: { status: 422, title: 'The rates contradict one another.' },
} as const

export const addShippingOption = call('shipping.add-shipping-option', 'POST /admin/v1/shipping-options', {
  summary: 'Adds a way to deliver; carts are offered it at once.',
  access: 'staff:shipping:write',
  body: z.strictObject({
    id: Key,
    ...optionFields,
    kind: placeFields.kind.default('delivery'),
    pickupPoints: placeFields.pickupPoints.default([]),
    carrierRate: CarrierRate.nullable().default(null),
    isActive: z.boolean().default(true),
  }),
  answers: { 201: ShippingOptionSetup },
  refusals: {
    ...rateRefusals,
    shipping_option_exists: { status: 409, title: 'There is an option with this id already.' },
  },
  idempotency: 'accepted',
})

export const changeShippingOption = call(
  'shipping.change-shipping-option',
  'PATCH /admin/v1/shipping-options/{id}',
  {
    summary: 'Changes a way to deliver; orders already placed keep theirs.',
    access: 'staff:shipping:write',
    params: byId,
    body: z
      .strictObject({
        ...optionFields,
        ...placeFields,
        carrierRate: CarrierRate.nullable(),
        isActive: z.boolean(),
      })
      .partial(),
    answers: { 200: ShippingOptionSetup },
    refusals: rateRefusals,
  },
)

export const removeShippingOption = call(
  'shipping.remove-shipping-option',
  'DELETE /admin/v1/shipping-options/{id}',
  {
    summary: 'Takes a way to deliver away.',
    access: 'staff:shipping:write',
    params: byId,
    answers: { 204: nothing },
  },
)
