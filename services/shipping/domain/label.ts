import type { Money } from '@souk/contracts/money'
import type { ShippingLabel } from '@souk/contracts/shipping'
import type { z } from 'zod'

/** Where a parcel was last seen, from the counter to the door; `announced` is nowhere yet. */
export const PROGRESS = [
  'announced',
  'accepted',
  'in_transit',
  'out_for_delivery',
  'failed',
  'returned',
  'delivered',
] as const
export type Progress = (typeof PROGRESS)[number]

/** A label we asked a carrier for; ours from before the carrier is asked, so that none is lost. */
export type Label = z.infer<typeof ShippingLabel> & {
  readonly carrierId: string | null
  readonly isCancelWanted: boolean
  /** Milliseconds since 1970. */
  readonly askedAt: number
}

/** A label as the carrier knows it. */
export interface SoldLabel {
  readonly carrierId: string
  readonly trackingNumber: string
  readonly trackingUrl: string
  readonly labelUrl: string
  readonly price: Money
  readonly isCancelled: boolean
}

/** Where a parcel was seen. */
export interface Scan {
  readonly eventId: string
  readonly trackingNumber: string
  readonly progress: Progress
  /** RFC 3339. */
  readonly at: string
}

const RANK = Object.fromEntries(PROGRESS.map((one, rank) => [one, rank])) as Record<Progress, number>

/** The furthest of two: scans come twice and in any order, and a parcel does not go back. */
export const furthest = (one: Progress, other: Progress): Progress => (RANK[other] > RANK[one] ? other : one)

/** Whether the parcel is on its way, or was: the label cannot be taken back. */
export const isUsed = ({ progress }: Pick<Label, 'progress'>): boolean => progress !== 'announced'

type Seen = Pick<Label, 'state' | 'progress'>

/** What the labels of a fulfilment say of it: it left with the first parcel, and arrived with the last. */
export function outcomeOf(labels: readonly Seen[]): { hasLeft: boolean; hasArrived: boolean } {
  const live = labels.filter(({ state }) => state === 'bought' || state === 'asked')
  return {
    hasLeft: live.some(isUsed),
    hasArrived: live.length > 0 && live.every(({ progress }) => progress === 'delivered'),
  }
}

/** Whether this scan is the first that tells of a parcel nobody took. */
export const isNewFailure = (before: Progress, after: Progress): boolean =>
  after !== before && (after === 'failed' || after === 'returned')
