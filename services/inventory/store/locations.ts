import type { Queryable } from '@souk/kit/database'

interface Location {
  location: string
  name: string
  /** Where goods are taken from first: the lowest. */
  priority: number
}

/** Where shelves stand. */
export function locations(sql: Queryable) {
  return {
    async addLocation({ location, name, priority }: Location): Promise<boolean> {
      const added = await sql`
        insert into location (location, name, priority) values (${location}, ${name}, ${priority})
        on conflict (location) do nothing`
      return added.count === 1
    },

    async listLocations(after: string, limit: number): Promise<Location[]> {
      return await sql<Location[]>`
        select location, name, priority from location where location > ${after} order by location limit ${limit}`
    },
  }
}
