import type { CarrierBook } from './carrier-book.ts'
import type { Patience } from './patience.ts'
import type { AuditSources } from './sources.ts'
import type { Snapshots } from './store/snapshot.ts'
import type { OrderStory } from './story.ts'
import type { Findings } from './verdict.ts'

/** What must hold: looked at order by order, in the whole shop, or both. */
export interface Invariant {
  readonly id: string
  readonly title: string
  /** Told the story of every order that is not under way. */
  readonly eachOrder?: (story: OrderStory, findings: Findings) => void
  readonly wholeShop?: (shop: WholeShop, findings: Findings) => Promise<void>
}

export interface WholeShop {
  readonly snapshots: Snapshots
  readonly hears: AuditSources['hears']
  readonly carriers: CarrierBook
  readonly patience: Patience
  /** Whether something is told of this order, SKU or cart just now. */
  isUnderWay(subject: string): boolean
}
