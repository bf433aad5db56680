import type { Product } from '@souk/contracts/catalog'
import type { Availability } from '@souk/contracts/values'
import type { Entry } from './entry.ts'
import type { Order, Place } from './order.ts'

/** What somebody looks for. Amounts are minor units of `currency`. */
export interface Wanted {
  /** As typed; `undefined` for all there is. */
  readonly q?: string | undefined
  readonly currency: string
  readonly category?: string | undefined
  readonly minPrice?: number | undefined
  readonly maxPrice?: number | undefined
  readonly inStock?: boolean | undefined
  readonly attr?: Readonly<Record<string, readonly string[]>> | undefined
  readonly order: Order
  /** Only what comes behind it. */
  readonly after?: Place | undefined
  readonly limit: number
}

export interface Facet {
  readonly name: string
  readonly values: { readonly value: string; readonly count: number; readonly title?: string }[]
}

export interface Found {
  readonly items: Product[]
  readonly facets: Facet[]
  readonly total: number
  /** Where the page ended, when there is more. */
  readonly next: Place | undefined
  /** The words looked for instead, where those asked for were nowhere. */
  readonly corrected: string | undefined
}

export interface Suggestion {
  readonly text: string
  readonly kind: 'product' | 'category'
  readonly slug: string
}

/**
 * The port to whatever searches. A generation is a whole index: one is searched, and while there is a next one it is
 * kept up to date as well. Everything written is seen by searches within a second.
 */
export interface SearchIndex {
  find(wanted: Wanted): Promise<Found>
  suggest(typed: string): Promise<Suggestion[]>
  /** Keeps products as they are now, and forgets those that are gone. */
  keep(entries: readonly Entry[], gone: readonly string[]): Promise<void>
  /** Takes the inventory's word for a SKU unless a later one is there. */
  noteWord(word: { sku: string; availability: Availability; version: number }): Promise<void>
  /** Opens an empty next generation. */
  openNext(): Promise<void>
  /** Searches the next generation from now on. */
  switchToNext(): Promise<void>
}
