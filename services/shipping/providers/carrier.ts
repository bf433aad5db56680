import type { Money } from '@souk/contracts/money'
import type { Address } from '@souk/contracts/values'
import type { RawWebhook } from '@souk/kit/runtime'
import type { Scan, SoldLabel } from '../domain/label.ts'

/** A parcel to be priced. */
export interface ParcelToRate {
  readonly grams: number
  readonly to: Pick<Address, 'country' | 'postalCode'>
  /** Milliseconds to wait at most, where the carrier’s own patience is too long. */
  readonly patience?: number
}

/** A label to be bought; the address is handed on and not kept. */
export interface LabelWish {
  /** Ours; the carrier sells one label for it, however often it is asked. */
  readonly key: string
  readonly service: string
  readonly grams: number
  readonly to: Omit<Address, 'phone' | 'company'>
}

/**
 * What came of asking. `refused`: the carrier answered, and did nothing. `unknown`: nobody knows whether something was
 * done; looking the key up will tell.
 */
export type Unknown = { readonly is: 'unknown'; readonly why: string }
export type Answer =
  | { readonly is: 'known'; readonly label: SoldLabel }
  | { readonly is: 'refused'; readonly code: string }
  | Unknown
export type Finding =
  | { readonly is: 'known'; readonly label: SoldLabel }
  | { readonly is: 'absent' }
  | Unknown
export type Rates =
  | { readonly is: 'known'; readonly rates: readonly { readonly service: string; readonly price: Money }[] }
  | Unknown

/** Without a scan it tells nothing we keep. */
export type Told =
  | { readonly is: 'genuine'; readonly scan: Scan | null }
  | { readonly is: 'forged'; readonly why: string }

/** Scans after a cursor of the carrier’s own, oldest first. */
export type Scans =
  | { readonly is: 'known'; readonly scans: readonly Scan[]; readonly cursor: string }
  | Unknown

/**
 * A carrier. No call throws for what the network does, and none takes longer than its adapter’s bound.
 * `carrier.suite.ts` says what each must keep.
 */
export interface Carrier {
  /** As in `/webhooks/carriers/{carrier}`. */
  readonly id: string
  rates(parcel: ParcelToRate): Promise<Rates>
  buy(wish: LabelWish): Promise<Answer>
  /** Looks a label up by the key it was bought with. */
  find(key: string): Promise<Finding>
  cancel(carrierId: string): Promise<Answer>
  /** Where it tells us by itself. */
  readEvent?(raw: RawWebhook): Told
  /** Where it has to be asked. */
  poll?(cursor: string): Promise<Scans>
}

/** The carriers of this shop, by id. */
export interface Carriers {
  readonly all: readonly Carrier[]
  find(id: string): Carrier | undefined
}

export const carriersIn = (all: readonly Carrier[]): Carriers => ({
  all,
  find: (id) => all.find((one) => one.id === id),
})
