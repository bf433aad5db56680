import type { Queryable } from '@souk/kit/database'

export interface StaffMember {
  id: string
  email: string
  name: string
  scopes: string[]
}

/** People who work in the shop. */
export function staff(sql: Queryable) {
  return {
    async find(id: string): Promise<StaffMember | undefined> {
      const [row] = await sql<StaffMember[]>`select id, email, name, scopes from staff where id = ${id}`
      return row
    },

    async findByEmail(emailKey: string): Promise<(StaffMember & { passwordHash: string }) | undefined> {
      const [row] = await sql<(StaffMember & { passwordHash: string })[]>`
        select id, email, name, scopes, password_hash as "passwordHash" from staff where email_key = ${emailKey}`
      return row
    },

    /** Locks the staff member: whoever opens a session holds this. */
    async lock(id: string): Promise<(StaffMember & { passwordHash: string }) | undefined> {
      const [row] = await sql<(StaffMember & { passwordHash: string })[]>`
        select id, email, name, scopes, password_hash as "passwordHash" from staff
        where id = ${id} for no key update`
      return row
    },

    /** False where the e-mail address is known. */
    async add(
      member: StaffMember & { emailKey: string; passwordHash: string; createdAt: string },
    ): Promise<boolean> {
      const { id, email, emailKey, name, passwordHash, scopes, createdAt } = member
      const added = await sql`
        insert into staff (id, email, email_key, name, password_hash, scopes, created_at)
        values (${id}, ${email}, ${emailKey}, ${name}, ${passwordHash}, ${scopes}, ${createdAt})
        on conflict (email_key) do nothing`
      return added.count === 1
    },

    async savePassword(id: string, passwordHash: string): Promise<void> {
      await sql`update staff set password_hash = ${passwordHash} where id = ${id}`
    },
  }
}
