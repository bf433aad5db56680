import type { Queryable } from '@souk/kit/database'
import type { Channel, ConsentChange } from '../domain/consent.ts'

export interface Said {
  customerId: string
  at: string
  source: 'registration' | 'profile'
  textVersion: string | null
}

interface Row {
  position: number
  channel: Channel
  isGranted: boolean
  at: Date
  source: string
  textVersion: string | null
}

/** What customers consented to and when; append-only. */
export function consents(sql: Queryable) {
  return {
    async add(
      changes: readonly ConsentChange[],
      { customerId, at, source, textVersion }: Said,
    ): Promise<void> {
      if (changes.length === 0) return
      const rows = changes.map(({ channel, isGranted }) => ({
        ...{ customer_id: customerId, channel, is_granted: isGranted },
        ...{ at, source, text_version: textVersion },
      }))
      await sql`insert into consent ${sql(rows)}`
    },

    /** Newest first, below a position. */
    async list(customerId: string, { before, limit }: { before: number; limit: number }): Promise<Row[]> {
      return await sql<Row[]>`
        select position, channel, is_granted as "isGranted", at, source, text_version as "textVersion"
        from consent where customer_id = ${customerId} and position < ${before}
        order by position desc limit ${limit}`
    },
  }
}
