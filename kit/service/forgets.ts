import type { z } from 'zod'
import type { EventType } from '../contract/event.ts'
import type { Instead } from '../messaging/forget-in-records.ts'
import { toTimestamp } from '../runtime/clock.ts'
import { type EventRoom, on, type Reaction } from './definition.ts'

type Erased = z.ZodObject<{ customerId: z.ZodType<string>; at: z.ZodType<string> }>
type Forgotten = z.ZodObject<{
  customerId: z.ZodType<string>
  askedAt: z.ZodType<string>
  at: z.ZodType<string>
}>

export interface Erasure {
  readonly erased: EventType<string, Erased>
  /** What a service answers once it holds nothing any more. */
  readonly forgotten: EventType<string, Forgotten>
  readonly links: readonly string[]
  readonly instead: Instead
}

/** Clears the tables of a service; returns ids that belonged to the person, such as those of their orders. */
type Own<Store> = (
  erased: { customerId: string; at: string },
  room: EventRoom<Store>,
) => Promise<readonly string[]>

/**
 * Hears that somebody is erased: `own` clears the service’s tables, then the person goes from the events and sagas the
 * kit keeps, and the service says so, all in one transaction. It may come again and does no harm.
 */
export const forgets = <Store>(
  { erased, forgotten, links, instead }: Erasure,
  own?: Own<Store>,
): Reaction<Store> =>
  on(erased, async (asked, room: EventRoom<Store>) => {
    const { customerId, at } = asked
    const ids = own ? await own(asked, room) : []
    await room.forget({ ids: [customerId, ...ids], links, instead, principal: `customer:${customerId}` })
    room.publish(forgotten({ customerId, askedAt: at, at: toTimestamp(room.clock.now()) }))
  })
