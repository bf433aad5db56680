import type { Queryable } from '@souk/kit/database'

/** Somebody who may sign in, with all they may do. */
export interface StaffMember {
  id: string
  email: string
  name: string
  scopes: string[]
}
type Known = StaffMember & { passwordHash: string }

/** A staff member as those see them who manage the staff. */
export interface TeamMember extends StaffMember {
  roles: { id: string; name: string }[]
  extraScopes: string[]
  isInvited: boolean
  isDeactivated: boolean
  createdAt: Date
  version: number
}

export interface Grants {
  roleIds: readonly string[]
  extraScopes: readonly string[]
}

const LOCK = 727_101

/** People who work in the shop. */
export function staff(sql: Queryable) {
  const scopes = sql`array(
    select unnest(staff.scopes) union
    select unnest(role.scopes) from staff_role join role on role.id = role_id where staff_id = staff.id
    order by 1)`
  const person = sql`id, email, name, ${scopes} as scopes`
  const member = sql`${person}, staff.scopes as "extraScopes", password_hash is null as "isInvited",
    deactivated_at is not null as "isDeactivated", created_at as "createdAt", version,
    coalesce((select jsonb_agg(jsonb_build_object('id', role.id, 'name', role.name) order by role.id)
      from staff_role join role on role.id = role_id where staff_id = staff.id), '[]') as roles`
  const maySignIn = sql`deactivated_at is null and password_hash is not null`

  return {
    /** Somebody who may sign in; the deactivated and invited are found by nothing but `findMember` and `list`. */
    async find(id: string): Promise<StaffMember | undefined> {
      const [row] = await sql<StaffMember[]>`select ${person} from staff where id = ${id} and ${maySignIn}`
      return row
    },

    async findByEmail(emailKey: string): Promise<Known | undefined> {
      const [row] = await sql<Known[]>`
        select ${person}, password_hash as "passwordHash" from staff where email_key = ${emailKey} and ${maySignIn}`
      return row
    },

    async findSecret(id: string): Promise<Known | undefined> {
      const [row] = await sql<Known[]>`
        select ${person}, password_hash as "passwordHash" from staff where id = ${id} and ${maySignIn}`
      return row
    },

    /** Whoever has the e-mail address, deactivated or not. */
    async findId(emailKey: string): Promise<string | undefined> {
      const [row] = await sql<{ id: string }[]>`select id from staff where email_key = ${emailKey}`
      return row?.id
    },

    /** Locks the staff member: whoever opens or ends sessions holds this. */
    async lock(id: string): Promise<Known | undefined> {
      const [row] = await sql<Known[]>`
        select ${person}, password_hash as "passwordHash" from staff
        where id = ${id} and ${maySignIn} for no key update`
      return row
    },

    /** Taken before anything else by whoever changes what anybody may do: one at a time. */
    async lockTeam(): Promise<void> {
      await sql`select pg_advisory_xact_lock(${LOCK})`
    },

    async findMember(id: string): Promise<TeamMember | undefined> {
      const [row] = await sql<TeamMember[]>`select ${member} from staff where id = ${id}`
      return row
    },

    /** The same, locked. */
    async lockMember(id: string): Promise<TeamMember | undefined> {
      await sql`select 1 from staff where id = ${id} for no key update`
      return await this.findMember(id)
    },

    /** Oldest first, after an id: ids are in the order of time. */
    async list({ after, limit }: { after: string; limit: number }): Promise<TeamMember[]> {
      return await sql<TeamMember[]>`
        select ${member} from staff where id > ${after} order by id limit ${limit}`
    },

    /** Whether anybody who may sign in may do everything. */
    async hasAdmin(): Promise<boolean> {
      const [row] = await sql`select 1 from staff where ${maySignIn} and 'admin' = any(${scopes}) limit 1`
      return row !== undefined
    },

    /** False where the e-mail address is known. Without a password they are invited. */
    async add(
      added: StaffMember & { emailKey: string; passwordHash: string | null; createdAt: string },
    ): Promise<boolean> {
      const { id, email, emailKey, name, passwordHash, scopes, createdAt } = added
      const made = await sql`
        insert into staff (id, email, email_key, name, password_hash, scopes, created_at)
        values (${id}, ${email}, ${emailKey}, ${name}, ${passwordHash}, ${scopes}, ${createdAt})
        on conflict (email_key) do nothing`
      return made.count === 1
    },

    async savePassword(id: string, passwordHash: string): Promise<void> {
      await sql`update staff set password_hash = ${passwordHash} where id = ${id}`
    },

    async save(saved: { id: string; name: string; isDeactivated: boolean; at: string }): Promise<void> {
      const { id, name, isDeactivated, at } = saved
      await sql`
        update staff set name = ${name}, version = version + 1,
          deactivated_at = case when ${isDeactivated} then coalesce(deactivated_at, ${at}) end
        where id = ${id}`
    },

    /** Replaces what a staff member was given. */
    async saveGrants(id: string, { roleIds, extraScopes }: Grants): Promise<void> {
      await sql`update staff set scopes = ${extraScopes as string[]} where id = ${id}`
      await sql`delete from staff_role where staff_id = ${id}`
      await sql`
        insert into staff_role (staff_id, role_id) select ${id}, id from unnest(${roleIds as string[]}::text[]) as id`
    },

    /** A new invitation takes the place of an older one. */
    async saveToken(saved: { hash: Buffer; staffId: string; expiresAt: string }): Promise<void> {
      const { hash, staffId, expiresAt } = saved
      await sql`
        insert into staff_token (hash, staff_id, expires_at) values (${hash}, ${staffId}, ${expiresAt})
        on conflict (staff_id) do update set hash = excluded.hash, expires_at = excluded.expires_at`
    },

    async findToken(hash: Buffer, at: string): Promise<{ id: string; email: string } | undefined> {
      const [row] = await sql<{ id: string; email: string }[]>`
        select id, email from staff_token join staff on staff.id = staff_id
        where hash = ${hash} and expires_at > ${at} and deactivated_at is null`
      return row
    },

    /** Uses a token up; of several at once one is told true. */
    async takeToken(hash: Buffer, at: string): Promise<boolean> {
      const taken = await sql`delete from staff_token where hash = ${hash} and expires_at > ${at}`
      return taken.count === 1
    },

    async removeTokens(staffId: string): Promise<void> {
      await sql`delete from staff_token where staff_id = ${staffId}`
    },
  }
}
