import type { Queryable } from '@souk/kit/database'

export interface Delivery {
  id: string
  sku: string
  location: string
  quantity: number
  received: number
  state: 'expected' | 'received' | 'closed'
  expectedAt: Date
}

/** What suppliers are to bring. A delivery is locked before its item. */
export function deliveries(sql: Queryable) {
  const columns = sql`id, sku, location, quantity, received, state, expected_at as "expectedAt"`
  return {
    async addDelivery({ id, sku, location, quantity, expectedAt }: Omit<Delivery, 'received' | 'state'>) {
      await sql`
        insert into delivery (id, sku, location, quantity, state, expected_at)
        values (${id}, ${sku}, ${location}, ${quantity}, 'expected', ${expectedAt})`
    },

    async lockDelivery(id: string): Promise<Delivery | undefined> {
      const [row] = await sql<Delivery[]>`select ${columns} from delivery where id = ${id} for update`
      return row
    },

    async listDeliveries(sku: string, { before, limit }: { before: number; limit: number }) {
      return await sql<(Delivery & { position: number })[]>`
        select ${columns}, position from delivery where sku = ${sku} and position < ${before}
        order by position desc limit ${limit}`
    },

    async saveDelivery({ id, received, state }: Pick<Delivery, 'id' | 'received' | 'state'>): Promise<void> {
      await sql`update delivery set received = ${received}, state = ${state} where id = ${id}`
    },
  }
}
