import type { Attribute } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'

interface Row {
  document: Attribute
}

/** Definitions of attributes. */
export function attributeStore(sql: Queryable) {
  const documents = (rows: readonly Row[]) => rows.map(({ document }) => document)
  return {
    allAttributes: async (): Promise<Attribute[]> =>
      documents(await sql<Row[]>`select document from attribute order by key`),

    async listAttributesAfter(after: string, limit: number): Promise<Attribute[]> {
      return documents(
        await sql<Row[]>`select document from attribute where id > ${after} order by id limit ${limit}`,
      )
    },

    async findAttribute(id: string): Promise<Attribute | undefined> {
      return documents(await sql<Row[]>`select document from attribute where id = ${id}`)[0]
    },

    async lockAttribute(id: string): Promise<Attribute | undefined> {
      return documents(await sql<Row[]>`select document from attribute where id = ${id} for update`)[0]
    },

    /** Says whether somebody else was faster with the key. */
    async addAttribute(attribute: Attribute): Promise<boolean> {
      const { id, key, version } = attribute
      const added = await sql`
        insert into attribute (id, key, version, document) values (${id}, ${key}, ${version}, ${sql.json(attribute as never)})
        on conflict (key) do nothing`
      return added.count === 1
    },

    async saveAttribute(attribute: Attribute): Promise<void> {
      const { id, version } = attribute
      await sql`update attribute set version = ${version}, document = ${sql.json(attribute as never)} where id = ${id}`
    },

    removeAttribute: async (id: string): Promise<void> =>
      void (await sql`delete from attribute where id = ${id}`),
  }
}
