import { text, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'

export const ProductId = typeId('prod')
export const VariantId = typeId('var')
export const CategoryId = typeId('cat')
export const CustomerId = typeId('cus')
export const AddressId = typeId('addr')
export const CartId = typeId('cart')
export const LineId = typeId('line')
export const OrderId = typeId('ord')
export const PaymentId = typeId('pay')
export const FulfilmentId = typeId('ful')
export const ReturnId = typeId('ret')
export const RefundId = typeId('rfd')
export const MessageId = typeId('msg')
export const StaffId = typeId('staff')
export const RoleId = typeId('role')
export const GroupId = typeId('grp')
/** A group’s key is what prices and promotions name; it stays for as long as the group does. */
export const GroupKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)

export const Sku = text(120)
export const Quantity = z.int().min(1).max(999)
export const Email = z.email().max(254)
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(255)
export const Reason = text(200)

/** ISO 3166-1 alpha-2. */
export const Country = z.string().regex(/^[A-Z]{2}$/)

const addressFields = {
  name: text(120),
  company: text(120).optional(),
  line1: text(200),
  line2: text(200).optional(),
  city: text(120),
  region: text(120).optional(),
  postalCode: text(20),
  country: Country,
  phone: text(40).optional(),
}
export const Address = z.strictObject(addressFields)
export type Address = z.infer<typeof Address>
export const SavedAddress = z.strictObject({
  id: AddressId,
  ...addressFields,
  isDefaultShipping: z.boolean(),
  isDefaultBilling: z.boolean(),
})

/** `total = subtotal − discount + shipping`, plus `tax` when `taxIncluded` is false. */
export const Totals = z.strictObject({
  subtotal: Money,
  discount: Money,
  shipping: Money,
  tax: Money,
  total: Money,
  taxIncluded: z.boolean(),
})
export type Totals = z.infer<typeof Totals>

export const Availability = z.enum(['in_stock', 'low_stock', 'out_of_stock', 'backorder'])
export type Availability = z.infer<typeof Availability>

/** So many of one SKU. */
export const SkuQuantity = z.strictObject({ sku: Sku, quantity: Quantity })
export type SkuQuantity = z.infer<typeof SkuQuantity>

/** `width` and `height` in pixels, of images that were uploaded: a page can keep the place free for them. */
export const Image = z.strictObject({
  url: z.string().max(2_000),
  alt: z.string().max(500),
  width: z.int().optional(),
  height: z.int().optional(),
})

/** Where a shopper may fetch a parcel. */
export const PickupPoint = z.strictObject({
  id: text(80),
  name: text(120),
  address: z.strictObject({ line1: text(200), city: text(120), postalCode: text(20), country: Country }),
})
export type PickupPoint = z.infer<typeof PickupPoint>

const day = z.iso.date()

/** `minDays` and `maxDays` are business days after the parcel leaves; `earliest` and `latest` the days it may arrive. */
export const ShippingOption = z.strictObject({
  id: text(80),
  name: text(120),
  carrier: text(80),
  price: Money,
  estimate: z.strictObject({
    minDays: z.int(),
    maxDays: z.int(),
    earliest: day.optional(),
    latest: day.optional(),
  }),
  /** `pickup`: fetched at one of `pickupPoints`, nearest first; without one a parcel is brought. */
  kind: z.enum(['delivery', 'pickup']).optional(),
  pickupPoints: z.array(PickupPoint).optional(),
  /** The one chosen. */
  pickupPoint: PickupPoint.optional(),
})
export type ShippingOption = z.infer<typeof ShippingOption>
