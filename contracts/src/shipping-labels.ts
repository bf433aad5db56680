import { call, nothing, page, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { Key } from './shipping-values.ts'
import { Address, FulfilmentId } from './values.ts'

const LabelId = text(80)
const Service = text(80)

/**
 * A carrier's label for one parcel of a fulfilment. `asked`: the carrier has not answered, and what became of it is
 * being found out; it is never asked for twice. `progress` is how far the parcel was seen.
 */
export const ShippingLabel = z.strictObject({
  id: LabelId,
  fulfilmentId: FulfilmentId,
  carrier: z.string(),
  service: z.string(),
  weightGrams: z.int(),
  state: z.enum(['asked', 'bought', 'failed', 'cancelled']),
  progress: z.enum([
    'announced',
    'accepted',
    'in_transit',
    'out_for_delivery',
    'failed',
    'returned',
    'delivered',
  ]),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  /** The label to print. */
  labelUrl: z.string().nullable(),
  price: Money.nullable(),
  failure: z.string().nullable(),
})

/** What staff say of a parcel they packed. */
export const labelWish = {
  carrier: Key,
  service: Service,
  weightGrams: z.int().min(1).max(1_000_000_000),
}

export const labelRefusals = {
  wrong_status: { status: 409, title: 'The parcel is not in a state for that.' },
  unknown_carrier: { status: 422, title: 'There is no such carrier here.' },
  label_refused: { status: 422, title: 'The carrier does not sell this label.' },
} as const

export const buyLabel = call('shipping.buy-label', 'POST /internal/shipping/shipments/{id}/labels', {
  summary: 'Buys a label for a parcel of a fulfilment; the same request again buys no other.',
  access: 'internal',
  params: z.strictObject({ id: FulfilmentId }),
  body: z.strictObject({ request: text(300), ...labelWish, to: Address }),
  answers: { 201: ShippingLabel },
  refusals: labelRefusals,
})

export const listLabels = call('shipping.list-labels', 'GET /admin/v1/fulfilments/{id}/labels', {
  summary: 'The labels of a fulfilment, a parcel each, oldest first.',
  access: 'staff:shipping:read',
  params: z.strictObject({ id: FulfilmentId }),
  answers: { 200: page(ShippingLabel) },
})

export const cancelLabel = call('shipping.cancel-label', 'POST /admin/v1/labels/{id}/cancel', {
  summary: 'Gives a label back to its carrier, before the parcel is on its way.',
  access: 'staff:shipping:write',
  params: z.strictObject({ id: LabelId }),
  answers: { 200: ShippingLabel },
  refusals: { label_used: { status: 409, title: 'The parcel is on its way already.' } },
  idempotency: 'accepted',
})

export const receiveCarrierEvent = call(
  'shipping.receive-carrier-event',
  'POST /webhooks/carriers/{carrier}',
  {
    summary: 'A carrier tells where a parcel was seen; signed, deduplicated, in any order.',
    access: 'anyone',
    params: z.strictObject({ carrier: Key }),
    upload: ['application/json'],
    answers: { 204: nothing },
    refusals: { invalid_signature: { status: 400, title: 'The signature does not fit.' } },
  },
)
