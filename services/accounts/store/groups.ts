import type { Queryable } from '@souk/kit/database'

export interface CustomerGroup {
  id: string
  key: string
  name: string
  version: number
}

/** Groups of customers and who is in them. Members change under the lock of their customer. */
export function groups(sql: Queryable) {
  const columns = sql`id, key, name, version`
  return {
    /** Locked against its removal until the transaction ends. */
    async hold(id: string): Promise<CustomerGroup | undefined> {
      const [row] = await sql<CustomerGroup[]>`
        select ${columns} from customer_group where id = ${id} for key share`
      return row
    },

    async lock(id: string): Promise<CustomerGroup | undefined> {
      const [row] = await sql<CustomerGroup[]>`
        select ${columns} from customer_group where id = ${id} for update`
      return row
    },

    async list({ after, limit }: { after: string; limit: number }): Promise<CustomerGroup[]> {
      return await sql<CustomerGroup[]>`
        select ${columns} from customer_group where id > ${after} order by id limit ${limit}`
    },

    /** False where there is a group with the key. */
    async add({ id, key, name, version }: CustomerGroup): Promise<boolean> {
      const added = await sql`
        insert into customer_group (id, key, name, version) values (${id}, ${key}, ${name}, ${version})
        on conflict (key) do nothing`
      return added.count === 1
    },

    async rename({ id, name, version }: Pick<CustomerGroup, 'id' | 'name' | 'version'>): Promise<void> {
      await sql`update customer_group set name = ${name}, version = ${version} where id = ${id}`
    },

    async hasMembers(id: string): Promise<boolean> {
      const [row] = await sql`select 1 from group_member where group_id = ${id} limit 1`
      return row !== undefined
    },

    async remove(id: string): Promise<void> {
      await sql`delete from customer_group where id = ${id}`
    },

    /** Whether the customer was not in the group before. */
    async addMember(id: string, customerId: string): Promise<boolean> {
      const added = await sql`
        insert into group_member (customer_id, group_id) values (${customerId}, ${id}) on conflict do nothing`
      return added.count === 1
    },

    async removeMember(id: string, customerId: string): Promise<boolean> {
      const removed = await sql`
        delete from group_member where customer_id = ${customerId} and group_id = ${id}`
      return removed.count === 1
    },

    async removeAllOf(customerId: string): Promise<void> {
      await sql`delete from group_member where customer_id = ${customerId}`
    },

    async keysOf(customerId: string): Promise<string[]> {
      const rows = await sql<{ key: string }[]>`
        select key from group_member join customer_group on id = group_id
        where customer_id = ${customerId} order by key`
      return rows.map(({ key }) => key)
    },

    /** The number of the next thing told of a customer’s groups. */
    async nextVersion(customerId: string): Promise<number> {
      const [row] = await sql<{ version: number }[]>`
        update customer set groups_version = groups_version + 1 where id = ${customerId}
        returning groups_version as version`
      return row?.version ?? 0
    },
  }
}
