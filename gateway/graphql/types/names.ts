import { Customer, Marketing, Preferences, PreferencesPatch, Staff } from '@souk/contracts/accounts'
import { Cart, CartNotice } from '@souk/contracts/carts'
import {
  Category,
  Product,
  ProductStatus,
  StaffProduct,
  StaffVariant,
  StockPolicy,
  Variant,
} from '@souk/contracts/catalog'
import { CategoryRef } from '@souk/contracts/catalog-values'
import { Movement, StockLevel } from '@souk/contracts/inventory'
import { Money, Price } from '@souk/contracts/money'
import {
  Order,
  OrderFulfilmentStatus,
  OrderLine,
  OrderPaymentStatus,
  OrderStatus,
  ReturnStatus,
  TimelineEntry,
} from '@souk/contracts/orders'
import { Payment, PaymentMethod, PaymentStatus } from '@souk/contracts/payments'
import { Explained, Promotion } from '@souk/contracts/promotions'
import { FulfilmentStatus, Shipment } from '@souk/contracts/shipping'
import { Address, Availability, Image, SavedAddress, ShippingOption, Totals } from '@souk/contracts/values'
import type { z } from 'zod'

const named = {
  Address,
  Availability,
  Cart,
  CartNotice,
  Category,
  CategoryRef,
  Customer,
  Explained,
  FulfilmentStatus,
  Image,
  Marketing,
  Money,
  Movement,
  Order,
  OrderFulfilmentStatus,
  OrderLine,
  OrderPaymentStatus,
  OrderStatus,
  Payment,
  PaymentMethod,
  PaymentStatus,
  Preferences,
  Product,
  ProductStatus,
  Promotion,
  ReturnStatus,
  SavedAddress,
  Shipment,
  ShippingOption,
  Staff,
  StaffProduct,
  StaffVariant,
  StockLevel,
  StockPolicy,
  TimelineEntry,
  Totals,
  Variant,
}

/** What several contracts share has one name here too; all else is named after where it stands. */
const names = new Map<z.ZodType, string>([
  ...Object.entries(named).map(([name, schema]) => [schema, name] as const),
  [Price, 'Money'],
  [PreferencesPatch, 'Preferences'],
])

/** The name of a type: its own, or its owner's with the field's: `Cart` and `lines` make `CartLine`. */
export const nameOf = (schema: z.ZodType, owner: string, field = ''): string =>
  names.get(schema) ?? owner + capital(singular(field))

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('xes')
      ? word.slice(0, -2)
      : word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
        ? word.slice(0, -1)
        : word
