import type { Sql } from '../database/connect.ts'
import { type Drain, drain } from '../messaging/drain.ts'
import { seconds } from '../runtime/clock.ts'
import { hasDueSagas, type Wanted } from '../saga/journal.ts'
import type { Log } from '../telemetry/log.ts'

const EVERY_MS = seconds(1)

interface Watched {
  readonly sql: Sql
  readonly log: Log
  readonly relay: Drain
  readonly inbox: Drain
  readonly sagas: Drain
  /** The sagas this process would take up. */
  readonly wanted: () => Wanted
  /** Whether a broker lost what was published to it. */
  readonly isRepublishingDue: () => boolean
}

/**
 * Looks now and then for work nobody was woken for: what a dead process left behind, what failed and is due again,
 * sagas whose time has come. One statement for all of it, so that a shop at rest is at rest.
 */
export const lookout = ({ sql, log, relay, inbox, sagas, wanted, isRepublishingDue }: Watched): Drain =>
  drain(
    async () => {
      const [found] = await sql<{ outbox: boolean; inbox: boolean; sagas: boolean }[]>`
        select exists (select from outbox where published_at is null) as outbox,
          exists (select from inbox where state = 'waiting' and due_at <= now()) as inbox,
          ${hasDueSagas(sql, wanted())} as sagas`
      if (found?.outbox || isRepublishingDue()) relay.wake()
      if (found?.inbox) inbox.wake()
      if (found?.sagas) sagas.wake()
      return 0
    },
    { everyMs: EVERY_MS, log },
  )
