import type { StockLocation } from '@souk/contracts/inventory-locations'
import type { Queryable } from '@souk/kit/database'
import type { Rule } from '../domain/allocate.ts'

interface Setting {
  allocation: Rule
  version: number
}

/** Where shelves stand, and how the shop chooses among them. */
export function locations(sql: Queryable) {
  const columns = sql`location, name, priority, address, is_active as "isActive", version`
  return {
    async addLocation({ location, name, priority, address }: Omit<StockLocation, 'isActive' | 'version'>) {
      const added = await sql`
        insert into location (location, name, priority, address)
        values (${location}, ${name}, ${priority}, ${address && sql.json(address as never)})
        on conflict (location) do nothing`
      return added.count === 1
    },

    async listLocations(after: string, limit: number): Promise<StockLocation[]> {
      return await sql<StockLocation[]>`
        select ${columns} from location where location > ${after} order by location limit ${limit}`
    },

    async findLocation(location: string): Promise<StockLocation | undefined> {
      const [row] = await sql<StockLocation[]>`select ${columns} from location where location = ${location}`
      return row
    },

    /** Nothing is put there until the transaction ends. */
    async lockLocation(location: string): Promise<StockLocation | undefined> {
      const [row] = await sql<StockLocation[]>`
        select ${columns} from location where location = ${location} for update`
      return row
    },

    /** Whether goods may be put there; it stays so until the transaction ends. Asked after items are locked. */
    async holdLocation(location: string): Promise<boolean> {
      const rows = await sql`select 1 from location where location = ${location} and is_active for share`
      return rows.length > 0
    },

    async saveLocation({
      location,
      name,
      priority,
      address,
      isActive,
      version,
    }: StockLocation): Promise<void> {
      await sql`
        update location set name = ${name}, priority = ${priority}, is_active = ${isActive}, version = ${version},
          address = ${address && sql.json(address as never)} where location = ${location}`
    },

    /** A SKU that has something there, is owed something there or expects something there. */
    async findInUse(location: string): Promise<string | undefined> {
      const [row] = await sql<{ sku: string }[]>`
        select sku from stock where location = ${location} and (on_hand <> 0 or reserved <> 0 or incoming <> 0) limit 1`
      return row?.sku
    },

    /** False where goods were ever kept: their ledger names it. */
    async removeLocation(location: string): Promise<boolean> {
      const removed = await sql`
        delete from location p where location = ${location}
          and not exists (select from stock s where s.location = p.location)
          and not exists (select from transfer t where p.location in (t.origin, t.destination))`
      return removed.count === 1
    },

    async findSetting(): Promise<Setting> {
      const [row] = await sql<Setting[]>`select allocation, version from setting`
      return row as Setting
    },

    async lockSetting(): Promise<Setting> {
      const [row] = await sql<Setting[]>`select allocation, version from setting for update`
      return row as Setting
    },

    async saveSetting({ allocation, version }: Setting): Promise<void> {
      await sql`update setting set allocation = ${allocation}, version = ${version}`
    },
  }
}
