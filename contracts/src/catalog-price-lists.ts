import { call, nothing, page, pageQuery, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Label } from './catalog-values.ts'
import { ListPrice, PriceListId } from './unit-price.ts'
import { GroupKey, Sku } from './values.ts'

const fields = {
  title: Label,
  isActive: z.boolean(),
  startsAt: timestamp.nullable(),
  /** The first moment at which its prices do not hold any more. */
  endsAt: timestamp.nullable(),
  /** The keys of the groups it is for; everyone without any. */
  customerGroups: z.array(GroupKey).max(50),
}

/** Prices beside the products’ own. Whoever buys pays the lowest that applies. */
export const PriceList = z.strictObject({
  id: PriceListId,
  version: z.int(),
  ...fields,
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type PriceList = z.infer<typeof PriceList>

const { currency, amount, minQuantity } = ListPrice.shape
export const PriceListEntry = z.strictObject({ sku: Sku, currency, amount, minQuantity })
export type PriceListEntry = z.infer<typeof PriceListEntry>

const byId = z.strictObject({ id: PriceListId })
const invalidCursor = {
  invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' },
} as const
const backwards = {
  invalid_schedule: { status: 422, title: 'It would end before it starts.' },
} as const

export const listPriceLists = call('catalog.list-price-lists', 'GET /admin/v1/price-lists', {
  summary: 'All price lists, newest first.',
  access: 'staff:products:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(PriceList) },
  refusals: invalidCursor,
})

export const showPriceList = call('catalog.show-price-list', 'GET /admin/v1/price-lists/{id}', {
  summary: 'One price list, without its prices.',
  access: 'staff:products:read',
  params: byId,
  answers: { 200: PriceList },
})

export const createPriceList = call('catalog.create-price-list', 'POST /admin/v1/price-lists', {
  summary: 'Adds a price list, active unless told otherwise; its prices come next.',
  access: 'staff:products:write',
  body: z.strictObject({
    title: fields.title,
    isActive: fields.isActive.default(true),
    startsAt: fields.startsAt.default(null),
    endsAt: fields.endsAt.default(null),
    customerGroups: fields.customerGroups.default([]),
  }),
  answers: { 201: PriceList },
  refusals: backwards,
  idempotency: 'accepted',
})

export const editPriceList = call('catalog.edit-price-list', 'PATCH /admin/v1/price-lists/{id}', {
  summary: 'Changes the fields given; pages and carts follow within seconds, a large list’s a lot at a time.',
  access: 'staff:products:write',
  params: byId,
  body: z.strictObject(fields).partial(),
  answers: { 200: PriceList },
  refusals: backwards,
})

export const deletePriceList = call('catalog.delete-price-list', 'DELETE /admin/v1/price-lists/{id}', {
  summary: 'Removes a price list with its prices; orders keep what they cost.',
  access: 'staff:products:write',
  params: byId,
  answers: { 204: nothing },
})

export const listListPrices = call('catalog.list-list-prices', 'GET /admin/v1/price-lists/{id}/prices', {
  summary: 'The prices of a list, a page at a time; of one SKU where it is named.',
  access: 'staff:products:read',
  params: byId,
  query: z.strictObject({ ...pageQuery, sku: Sku.optional() }),
  answers: { 200: page(PriceListEntry) },
  refusals: invalidCursor,
})

export const setListPrices = call('catalog.set-list-prices', 'PUT /admin/v1/price-lists/{id}/prices', {
  summary:
    'Sets prices, all or none: one for each SKU, currency and least quantity; those not named stay. Carts follow at once.',
  access: 'staff:products:write',
  params: byId,
  body: z.strictObject({
    prices: z
      .array(z.strictObject({ ...PriceListEntry.shape, minQuantity: minQuantity.default(1) }))
      .min(1)
      .max(500),
  }),
  answers: { 204: nothing },
  refusals: {
    unknown_sku: { status: 422, title: 'The shop has no such SKU.' },
    invalid_prices: { status: 422, title: 'These prices do not go together.' },
    too_many_prices: { status: 422, title: 'A variant has at most 100 prices in all lists together.' },
  },
})

export const removeListPrices = call(
  'catalog.remove-list-prices',
  'DELETE /admin/v1/price-lists/{id}/prices',
  {
    summary:
      'Takes the prices of a SKU out of a list: all of them, or those of a currency or least quantity.',
    access: 'staff:products:write',
    params: byId,
    query: z.strictObject({
      sku: Sku,
      currency: currency.optional(),
      minQuantity: minQuantity.optional(),
    }),
    answers: { 204: nothing },
  },
)
