import { text } from '@souk/kit/contract'
import { z } from 'zod'
import { Price } from './money.ts'
import { Country, PickupPoint } from './values.ts'

/** A key people read, such as `standard`; what carries it elsewhere keeps it for good. */
export const Key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40)

/** A part of a country, by its region or by postal codes: `SW1A 1AA` is one, `SW1*` all that begin so. */
export const ShippingArea = z.union([
  z.strictObject({ country: Country, region: text(120) }),
  z.strictObject({ country: Country, postalCode: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,18}\*?$/) }),
])

const amount = z.int().min(0).max(1_000_000_000)
const grams = z.int().min(1).max(1_000_000_000)

/**
 * What a parcel of one profile costs in one zone and currency; every amount is in minor units of `price`.
 * `price` stands until a tier takes its place: of `byWeight` the last one the parcel is heavier than, of `byValue` the
 * last one the goods are worth. From goods worth `freeFrom` on it costs nothing, handling included. Worth is what the
 * whole order's goods cost after promotions.
 */
export const ShippingRate = z.strictObject({
  zone: Key,
  /** `standard` unless named. */
  profile: Key.optional(),
  price: Price,
  byWeight: z
    .strictObject({
      tiers: z.array(z.strictObject({ overGrams: grams, amount })).max(100),
      /** Every begun `grams` beyond the last tier's weight cost `amount` more. */
      step: z.strictObject({ grams, amount }).optional(),
    })
    .optional(),
  byValue: z
    .array(z.strictObject({ from: amount, amount }))
    .max(100)
    .optional(),
  /** Heavier parcels do not go this way. */
  maxGrams: grams.optional(),
  handling: amount.optional(),
  freeFrom: Price.optional(),
  /** Business days on the road. */
  estimate: z.strictObject({ minDays: z.int().min(0).max(365), maxDays: z.int().min(0).max(365) }),
})

export const optionFields = {
  name: text(120),
  carrier: text(80),
  rates: z.array(ShippingRate).max(500),
}

/**
 * The carrier's own price for a service, asked for with every quote. The rates say where and for what the option is
 * offered; they are the price while the carrier is away, slow, or prices in another currency.
 */
export const CarrierRate = z.strictObject({ carrier: Key, service: z.string().min(1).max(80) })

export const placeFields = {
  kind: z.enum(['delivery', 'pickup']),
  pickupPoints: z.array(PickupPoint).max(500),
}
