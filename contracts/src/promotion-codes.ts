import { call, event, nothing, page, pageQuery, text, timestamp, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { CustomerId, Email, OrderId } from './values.ts'

const PromotionId = typeId('promo')
const byPromotion = z.strictObject({ id: PromotionId })

/** Written in capitals wherever it is kept; shoppers may write it as they like. */
const Code = z.string().regex(/^[A-Z0-9](?:[A-Z0-9_-]{0,38}[A-Z0-9])?$/)

export const DiscountCode = z.strictObject({
  code: Code,
  promotionId: PromotionId,
  used: z.int(),
  /** `null`: as often as its promotion is given. */
  uses: z.int().nullable(),
})
export type DiscountCode = z.infer<typeof DiscountCode>

export const listCodes = call('pricing.list-codes', 'GET /admin/v1/promotions/{id}/codes', {
  summary: 'The codes of a promotion, and how often each was used.',
  access: 'staff:pricing:read',
  params: byPromotion,
  query: z.strictObject(pageQuery),
  answers: { 200: page(DiscountCode) },
})

export const addCodes = call('pricing.add-codes', 'POST /admin/v1/promotions/{id}/codes', {
  summary: 'Adds codes: those named, or so many that nobody guesses.',
  access: 'staff:pricing:write',
  params: byPromotion,
  body: z.strictObject({
    codes: z.array(text(40)).min(1).max(1_000).optional(),
    generate: z.strictObject({ count: z.int().min(1).max(1_000), prefix: text(16).default('') }).optional(),
    /** How often each may be used. */
    uses: z.int().min(1).max(1_000_000_000).nullable().default(null),
  }),
  answers: { 201: z.strictObject({ codes: z.array(DiscountCode) }) },
  refusals: {
    code_taken: { status: 409, title: 'Such a code is there already.' },
    code_malformed: { status: 422, title: 'A code is made of letters, digits, hyphens and underscores.' },
  },
  idempotency: 'accepted',
})

export const removeCode = call('pricing.remove-code', 'DELETE /admin/v1/promotions/{id}/codes/{code}', {
  summary: 'Takes a code away; orders that used it keep what it gave.',
  access: 'staff:pricing:write',
  params: z.strictObject({ id: PromotionId, code: text(40) }),
  answers: { 204: nothing },
})

const Redemption = z.strictObject({ promotionId: PromotionId, code: Code.optional(), amount: Money })

/** All of them or none. Asking again for the same order is answered again and counts nothing twice. */
export const redeemPromotions = call('pricing.redeem-promotions', 'POST /internal/pricing/redemptions', {
  summary: 'Counts what an order is given against every limit.',
  access: 'internal',
  body: z.strictObject({
    orderId: OrderId,
    customerId: CustomerId.nullable(),
    email: Email,
    promotions: z.array(Redemption).min(1).max(500),
  }),
  answers: { 204: nothing },
  refusals: {
    promotion_exhausted: { status: 409, title: 'A limit was reached meanwhile.' },
    redemption_released: { status: 409, title: 'What this order was given was taken back already.' },
  },
})

/** Harmless when there is nothing to give back; a redemption that comes later than its release is refused. */
export const releasePromotions = call(
  'pricing.release-promotions',
  'POST /internal/pricing/redemptions/{orderId}/release',
  {
    summary: 'Gives back to every limit what an order was given that came to nothing.',
    access: 'internal',
    params: z.strictObject({ orderId: OrderId }),
    answers: { 204: nothing },
  },
)

const redemption = z.strictObject({ orderId: OrderId, promotions: z.array(Redemption), at: timestamp })

export const codeRedeemed = event(
  'pricing.code-redeemed.v1',
  'An order is given what is counted: codes, and promotions with a limit.',
  redemption,
  'orderId',
)
export const codeReleased = event(
  'pricing.code-released.v1',
  'An order came to nothing, and what it was given counts no more.',
  redemption,
  'orderId',
)
