import type { Queryable } from '@souk/kit/database'

export interface GroupNews {
  customerId: string
  groups: readonly string[]
  version: number
}

/** Our copy of which groups customers are in. */
export function groupsStore(sql: Queryable) {
  return {
    /** Ignored where something newer is known already. */
    async keepGroups({ customerId, groups, version }: GroupNews): Promise<void> {
      await sql`
        insert into customer_groups (customer_id, groups, version)
        values (${customerId}, ${groups as string[]}, ${version})
        on conflict (customer_id) do update set groups = excluded.groups, version = excluded.version
          where customer_groups.version < excluded.version`
    },

    async findGroups(customerId: string): Promise<string[]> {
      const [row] = await sql<{ groups: string[] }[]>`
        select groups from customer_groups where customer_id = ${customerId}`
      return row?.groups ?? []
    },

    async forgetGroups(customerId: string): Promise<void> {
      await sql`delete from customer_groups where customer_id = ${customerId}`
    },
  }
}
