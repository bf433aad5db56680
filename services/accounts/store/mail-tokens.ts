import type { Queryable } from '@souk/kit/database'

export type Purpose = 'verify-email' | 'reset-password'

/** What was mailed to customers, to be presented once, and requests for such mails. */
export function mailTokens(sql: Queryable) {
  return {
    /** A new token takes the place of an older one for the same purpose. */
    async add(added: {
      hash: Buffer
      customerId: string
      purpose: Purpose
      expiresAt: string
    }): Promise<void> {
      const { hash, customerId, purpose, expiresAt } = added
      await Promise.all([
        sql`delete from mail_token where customer_id = ${customerId} and purpose = ${purpose}`,
        sql`
          insert into mail_token (hash, customer_id, purpose, expires_at)
          values (${hash}, ${customerId}, ${purpose}, ${expiresAt})`,
      ])
    },

    async find(hash: Buffer, purpose: Purpose, at: string): Promise<string | undefined> {
      const [row] = await sql<{ customerId: string }[]>`
        select customer_id as "customerId" from mail_token
        where hash = ${hash} and purpose = ${purpose} and expires_at > ${at}`
      return row?.customerId
    },

    /** Uses a token up. Of several at once one gets the customer’s id. */
    async take(hash: Buffer, purpose: Purpose, at: string): Promise<string | undefined> {
      const [row] = await sql<{ customerId: string }[]>`
        delete from mail_token where hash = ${hash} and purpose = ${purpose} and expires_at > ${at}
        returning customer_id as "customerId"`
      return row?.customerId
    },

    async removeResets(customerId: string): Promise<void> {
      await sql`delete from mail_token where customer_id = ${customerId} and purpose = 'reset-password'`
    },

    async removeAll(customerId: string): Promise<void> {
      await sql`delete from mail_token where customer_id = ${customerId}`
    },

    async addResetRequest(emailKey: string): Promise<void> {
      await sql`insert into password_reset_request (email_key) values (${emailKey})`
    },

    async removeResetRequests(emailKey: string): Promise<void> {
      await sql`delete from password_reset_request where email_key = ${emailKey}`
    },

    /** Takes requests that nobody else is looking into. */
    async takeResetRequests(limit: number): Promise<string[]> {
      const rows = await sql<{ emailKey: string }[]>`
        delete from password_reset_request where position in (
          select position from password_reset_request order by position limit ${limit} for update skip locked)
        returning email_key as "emailKey"`
      return rows.map(({ emailKey }) => emailKey)
    },
  }
}
