import type { Call } from '@souk/kit/contract'
import { changes } from './operations/changes.ts'
import { type ChangingEach, changesEach } from './operations/changes-each.ts'
import { pages } from './operations/pages.ts'
import type { Changing } from './operations/payload.ts'
import { type Field, lists, type Showing, shows } from './operations/shows.ts'
import { streams } from './operations/streams.ts'
import type { Types } from './types/types.ts'

/** Makes the field of one name, out of the types of the schema it is in. */
export type Operation = (types: Types, name: string) => Field

/** What GraphQL offers of one part of the shop. `fields` are calls that begin at a type another contract answers. */
export interface Area {
  readonly queries?: Readonly<Record<string, Operation>>
  readonly mutations?: Readonly<Record<string, Operation>>
  readonly subscriptions?: Readonly<Record<string, Operation>>
  readonly fields?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** One thing, or null. */
export const one =
  (contract: Call, how: Showing): Operation =>
  (types) =>
    shows(types, contract, how)

/** A short list, whole. */
export const list =
  (contract: Call, how: Showing): Operation =>
  (types) =>
    lists(types, contract, how)

/** A long list, a page at a time. */
export const connection =
  (contract: Call, how: Showing): Operation =>
  (types) =>
    pages(types, contract, how)

/** A change. */
export const change =
  (contract: Call, how: Omit<Changing, 'name'> = {}): Operation =>
  (types, name) =>
    changes(types, contract, { ...how, name })

/** A change of many, by a contract that changes one. */
export const changeEach =
  (contract: Call, how: Omit<ChangingEach, 'name'>): Operation =>
  (types, name) =>
    changesEach(types, contract, { ...how, name })

/** What is told live. */
export const live =
  (contract: Call, how: Parameters<typeof streams>[2]): Operation =>
  (types) =>
    streams(types, contract, how)
