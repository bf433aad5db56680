import type { Queryable } from '@souk/kit/database'
import { attempts } from './attempts.ts'
import { auditLog } from './audit-log.ts'
import { consents } from './consents.ts'
import { customers } from './customers.ts'
import { erasures } from './erasures.ts'
import { groups } from './groups.ts'
import { mailTokens } from './mail-tokens.ts'
import { roles } from './roles.ts'
import { sessions } from './sessions.ts'
import { signingKeys } from './signing-keys.ts'
import { staff } from './staff.ts'

export type AccountsStore = ReturnType<typeof accountsStore>

/**
 * Accounts in PostgreSQL. Locks are taken in this order: the team, customer or staff member, mail token, session.
 */
export const accountsStore = (sql: Queryable) => ({
  customers: customers(sql),
  sessions: sessions(sql),
  staff: staff(sql),
  roles: roles(sql),
  auditLog: auditLog(sql),
  groups: groups(sql),
  consents: consents(sql),
  erasures: erasures(sql),
  mailTokens: mailTokens(sql),
  signingKeys: signingKeys(sql),
  attempts: attempts(sql),

  /** Removes what has run out, a bounded lot of each; returns how many rows. */
  async removeExpired({ at, lastTry }: { at: string; lastTry: string }): Promise<number> {
    const gone = await Promise.all([
      sql`delete from session where id in (select id from session where expires_at < ${at} limit 500)`,
      sql`delete from refresh_token where hash in (select hash from refresh_token where expires_at < ${at} limit 1000)`,
      sql`delete from mail_token where hash in (select hash from mail_token where expires_at < ${at} limit 1000)`,
      sql`delete from staff_token where hash in (select hash from staff_token where expires_at < ${at} limit 1000)`,
      sql`delete from attempt where subject in (select subject from attempt where last_at < ${lastTry} limit 1000)`,
    ])
    return gone.reduce((sum, { count }) => sum + count, 0)
  },
})
