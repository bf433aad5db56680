import { call, nothing, page, pageQuery, text, timestamp, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { Country, GroupKey, ProductId, Quantity, Sku } from './values.ts'

export {
  addCodes,
  codeRedeemed,
  codeReleased,
  DiscountCode,
  listCodes,
  redeemPromotions,
  releasePromotions,
  removeCode,
} from './promotion-codes.ts'

export const PromotionId = typeId('promo')
/** A percentage as decimal text: `19`, `7.25`. */
export const Percent = z.string().regex(/^(?:100|\d{1,2}(?:\.\d{1,4})?)$/)
/** The same amount in every currency it holds in: one for each. In other currencies the promotion says nothing. */
const Amounts = z.array(Money).min(1).max(20)
/** What is named by SKU or as a product; everything, where nothing is named. */
const Items = z.strictObject({
  skus: z.array(Sku).max(500).optional(),
  productIds: z.array(ProductId).max(500).optional(),
})
export type Items = z.infer<typeof Items>

/**
 * `subtotal` and `quantity` are of the items meant, before any discount; `customer_group` asks for one of the groups, by
 * their keys, and whoever is not known is in none; `not` turns it round.
 */
const Test = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('subtotal'),
    items: Items,
    atLeast: Amounts,
    not: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('quantity'),
    items: Items,
    atLeast: z.int().min(1).max(100_000),
    not: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('destination'),
    countries: z.array(Country).min(1).max(250),
    not: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('customer_group'),
    groups: z.array(GroupKey).min(1).max(50),
    not: z.boolean().optional(),
  }),
])
export type Test = z.infer<typeof Test>

/** Holds when one of its tests does. */
const Condition = z.strictObject({ anyOf: z.array(Test).min(1).max(10) })

/**
 * What is taken off. Of items: a percentage; an amount off each; a price for each; a percentage by how many there are;
 * some cheaper for every so many others bought, the cheapest first; so many of a SKU for nothing. Of the order: a
 * percentage or an amount, spread over the items meant. Of delivery: all of it, or up to an amount.
 */
const Action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent_off_items'), items: Items, percent: Percent }),
  z.strictObject({ kind: z.literal('amount_off_items'), items: Items, amount: Amounts }),
  z.strictObject({ kind: z.literal('price_of_items'), items: Items, price: Amounts }),
  z.strictObject({
    kind: z.literal('tiers'),
    items: Items,
    tiers: z
      .array(z.strictObject({ from: z.int().min(1).max(100_000), percent: Percent }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('buy_get'),
    buy: z.strictObject({ items: Items, quantity: Quantity }),
    get: z.strictObject({ items: Items, quantity: Quantity, percent: Percent }),
    atMost: Quantity.optional(),
  }),
  z.strictObject({ kind: z.literal('gift'), sku: Sku, quantity: Quantity }),
  z.strictObject({ kind: z.literal('percent_off_order'), items: Items, percent: Percent }),
  z.strictObject({ kind: z.literal('amount_off_order'), items: Items, amount: Amounts }),
  z.strictObject({ kind: z.literal('free_shipping'), atMost: Amounts.optional() }),
])
export type Action = z.infer<typeof Action>

/**
 * How often it is given, in all and to one customer, a guest being their e-mail address; and what it may cost, where it
 * says nothing in other currencies. `null`: as often, and as much, as it takes.
 */
const Limits = z.strictObject({
  uses: z.int().min(1).max(1_000_000_000).nullable(),
  usesPerCustomer: z.int().min(1).max(1_000_000).nullable(),
  budget: Amounts.nullable(),
})

const fields = {
  title: text(120),
  isActive: z.boolean(),
  /** Of one class, the higher goes first. */
  priority: z.int().min(0).max(1_000),
  startsAt: timestamp.nullable(),
  endsAt: timestamp.nullable(),
  /** All of them must hold. */
  conditions: z.array(Condition).max(10),
  action: Action,
  /** With which classes it may be given together; the other one has to agree. Of items, that concerns the same line. */
  combinesWith: z.strictObject({ item: z.boolean(), order: z.boolean(), shipping: z.boolean() }),
  /** Once it is given, nothing after it is. */
  isLast: z.boolean(),
  /** Given to those alone who name one of its codes. */
  requiresCode: z.boolean(),
  limits: Limits,
}

export const Promotion = z.strictObject({ id: PromotionId, ...fields, version: z.int() })
export type Promotion = z.infer<typeof Promotion>

/** What a promotion gave, of all lines and of delivery. Each use of one that `isCounted` is redeemed by the checkout. */
export const Given = z.strictObject({
  promotionId: PromotionId,
  title: z.string(),
  amount: Money,
  code: z.string().optional(),
  isCounted: z.boolean().optional(),
})
export type Given = z.infer<typeof Given>

const outcomes = ['given', 'not_eligible', 'blocked', 'nothing_left', 'exhausted'] as const

/** What became of a code somebody named, and why: as of its promotion, or `unknown`. */
export const NamedCode = z.strictObject({
  code: z.string(),
  outcome: z.enum([...outcomes, 'unknown']),
  because: z.string().optional(),
})
export type NamedCode = z.infer<typeof NamedCode>

/**
 * What became of a promotion and why: `not_eligible` names the field that keeps it, such as `conditions.0` or `endsAt`;
 * `blocked` names the promotion it cannot be combined with; `exhausted` names the limit; `nothing_left`: it would take
 * off nothing here.
 */
export const Explained = z.strictObject({
  promotionId: PromotionId,
  title: z.string(),
  outcome: z.enum(outcomes),
  because: z.string().optional(),
  lines: z.array(z.strictObject({ lineId: text(80), amount: Money })),
  shipping: Money,
})
export type Explained = z.infer<typeof Explained>

export const listPromotions = call('pricing.list-promotions', 'GET /admin/v1/promotions', {
  summary: 'What is given, when and on what.',
  access: 'staff:pricing:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Promotion) },
})

export const showPromotion = call('pricing.show-promotion', 'GET /admin/v1/promotions/{id}', {
  summary: 'A promotion.',
  access: 'staff:pricing:read',
  params: z.strictObject({ id: PromotionId }),
  answers: { 200: Promotion },
})

export const addPromotion = call('pricing.add-promotion', 'POST /admin/v1/promotions', {
  summary: 'Adds a promotion; carts follow at once.',
  access: 'staff:pricing:write',
  body: z.strictObject({
    ...fields,
    isActive: fields.isActive.default(true),
    priority: fields.priority.default(0),
    startsAt: fields.startsAt.default(null),
    endsAt: fields.endsAt.default(null),
    conditions: fields.conditions.default([]),
    combinesWith: fields.combinesWith.default({ item: false, order: false, shipping: false }),
    isLast: fields.isLast.default(false),
    requiresCode: fields.requiresCode.default(false),
    limits: fields.limits.default({ uses: null, usesPerCustomer: null, budget: null }),
  }),
  answers: { 201: Promotion },
  idempotency: 'accepted',
})

export const changePromotion = call('pricing.change-promotion', 'PATCH /admin/v1/promotions/{id}', {
  summary: 'Changes a promotion; orders already placed keep theirs.',
  access: 'staff:pricing:write',
  params: z.strictObject({ id: PromotionId }),
  body: z.strictObject(fields).partial(),
  answers: { 200: Promotion },
  refusals: { limit_below_used: { status: 409, title: 'More than that was given already.' } },
})

export const removePromotion = call('pricing.remove-promotion', 'DELETE /admin/v1/promotions/{id}', {
  summary: 'Takes a promotion away.',
  access: 'staff:pricing:write',
  params: z.strictObject({ id: PromotionId }),
  answers: { 204: nothing },
})
