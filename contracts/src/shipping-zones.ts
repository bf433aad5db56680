import { call, nothing, page, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Key, ShippingArea } from './shipping-values.ts'
import { Country } from './values.ts'

const zoneFields = {
  name: text(120),
  /** Whole countries. A country, region or pattern lies in one zone at most. */
  countries: z.array(Country).max(250),
  /** Parts of countries; they go before the whole: postal codes first, the longest pattern before all. */
  areas: z.array(ShippingArea).max(2_000),
  timeZone: text(64),
  /** Orders of a business day leave on it until then, as `14:00` in `timeZone`; without one, until its end. */
  cutOff: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** Besides Saturdays and Sundays nothing leaves or arrives on them. */
  holidays: z.array(z.iso.date()).max(1_000),
}

/** Places that share rates; what lies in none is not delivered to. */
export const ShippingZone = z.strictObject({ id: Key, ...zoneFields, version: z.int() })

export const listShippingZones = call('shipping.list-shipping-zones', 'GET /admin/v1/shipping-zones', {
  summary: 'Where the shop delivers to.',
  access: 'staff:shipping:read',
  answers: { 200: page(ShippingZone) },
})

const byId = z.strictObject({ id: Key })
export const showShippingZone = call('shipping.show-shipping-zone', 'GET /admin/v1/shipping-zones/{id}', {
  summary: 'One zone, with what lies in it.',
  access: 'staff:shipping:read',
  params: byId,
  answers: { 200: ShippingZone },
})

const refusals = {
  zones_overlap: { status: 409, title: 'Another zone holds this place already.' },
  unknown_time_zone: { status: 422, title: 'There is no such time zone.' },
} as const

export const addShippingZone = call('shipping.add-shipping-zone', 'POST /admin/v1/shipping-zones', {
  summary: 'Adds a zone; what lies in it is taken out of no other.',
  access: 'staff:shipping:write',
  body: z.strictObject({
    id: Key,
    name: zoneFields.name,
    countries: zoneFields.countries.default([]),
    areas: zoneFields.areas.default([]),
    timeZone: zoneFields.timeZone.default('UTC'),
    cutOff: zoneFields.cutOff.default(null),
    holidays: zoneFields.holidays.default([]),
  }),
  answers: { 201: ShippingZone },
  refusals: {
    ...refusals,
    shipping_zone_exists: { status: 409, title: 'There is a zone with this id already.' },
  },
  idempotency: 'accepted',
})

export const changeShippingZone = call(
  'shipping.change-shipping-zone',
  'PATCH /admin/v1/shipping-zones/{id}',
  {
    summary: 'Changes a zone; a list given replaces the one there.',
    access: 'staff:shipping:write',
    params: byId,
    body: z.strictObject(zoneFields).partial(),
    answers: { 200: ShippingZone },
    refusals,
  },
)

export const removeShippingZone = call(
  'shipping.remove-shipping-zone',
  'DELETE /admin/v1/shipping-zones/{id}',
  {
    summary: 'Takes a zone away that no option has rates for.',
    access: 'staff:shipping:write',
    params: byId,
    answers: { 204: nothing },
    refusals: { shipping_zone_in_use: { status: 409, title: 'An option has rates for this zone.' } },
  },
)
