import type { Queryable } from '@souk/kit/database'

export interface Role {
  id: string
  name: string
  scopes: string[]
  isBuiltIn: boolean
  version: number
}

/** Named sets of scopes. Whoever writes here holds the team’s lock. */
export function roles(sql: Queryable) {
  const columns = sql`id, name, scopes, is_built_in as "isBuiltIn", version`
  return {
    async find(id: string): Promise<Role | undefined> {
      const [row] = await sql<Role[]>`select ${columns} from role where id = ${id}`
      return row
    },

    async findAll(ids: readonly string[]): Promise<Role[]> {
      return await sql<Role[]>`select ${columns} from role where id = any(${ids as string[]})`
    },

    async list({ after, limit }: { after: string; limit: number }): Promise<Role[]> {
      return await sql<Role[]>`select ${columns} from role where id > ${after} order by id limit ${limit}`
    },

    /** False where another role has the name. */
    async save({ id, name, scopes, version }: Role): Promise<boolean> {
      const key = name.normalize('NFKC').trim().toLowerCase()
      const saved = await sql`
        insert into role (id, name, name_key, scopes, version)
        select ${id}, ${name}, ${key}, ${scopes}, ${version}
        where not exists (select from role where name_key = ${key} and id <> ${id})
        on conflict (id) do update set name = excluded.name, name_key = excluded.name_key,
          scopes = excluded.scopes, version = excluded.version`
      return saved.count === 1
    },

    async isInUse(id: string): Promise<boolean> {
      const [row] = await sql`select 1 from staff_role where role_id = ${id} limit 1`
      return row !== undefined
    },

    async remove(id: string): Promise<void> {
      await sql`delete from role where id = ${id}`
    },
  }
}
