import type { Members, StaffCollection } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'
import { namedIn } from '../domain/uploaded-image.ts'
import { gatherCollection } from './listing-store.ts'
import { CHANGED } from './shop-pages.ts'
import { uploadedImages } from './uploaded-images.ts'

interface Row {
  id: string
  slug: string
  status: StaffCollection['status']
  version: number
  document: Pick<StaffCollection, 'title' | 'description' | 'image'> & { members: Members }
  productIds: string[]
  createdAt: Date
  updatedAt: Date
}

/** Collections. Whoever writes one has the tree to itself, so that no product is filed past it. */
export function collectionStore(sql: Queryable) {
  const columns = sql`
    c.id, c.slug, c.status, c.version, c.document, c.created_at as "createdAt", c.updated_at as "updatedAt",
    array(select product_id from collection_product where collection_id = c.id order by position) as "productIds"`
  return {
    async findCollection(id: string): Promise<StaffCollection | undefined> {
      const [row] = await sql<Row[]>`select ${columns} from collection c where c.id = ${id}`
      return row && toCollection(row)
    },

    async findPublishedCollection(idOrSlug: string): Promise<StaffCollection | undefined> {
      const [row] = await sql<Row[]>`
        select ${columns} from collection c
        where c.status = 'published' and ${idOrSlug.startsWith('col_') ? sql`c.id` : sql`c.slug`} = ${idOrSlug}`
      return row && toCollection(row)
    },

    /** Newest first, behind `before`. */
    async listCollections(query: {
      isPublished: boolean
      before: string | undefined
      limit: number
    }): Promise<StaffCollection[]> {
      const rows = await sql<Row[]>`
        select ${columns} from collection c where true
          ${query.isPublished ? sql`and c.status = 'published'` : sql``}
          ${query.before ? sql`and c.id < ${query.before}` : sql``}
        order by c.id desc limit ${query.limit}`
      return rows.map(toCollection)
    },

    async findTakenCollectionSlugs(slugs: readonly string[]): Promise<Set<string>> {
      const rows = await sql<
        { slug: string }[]
      >`select slug from collection where slug = any(${slugs as string[]})`
      return new Set(rows.map(({ slug }) => slug))
    },

    /** Writes a collection and gathers its products. */
    async saveCollection(collection: StaffCollection): Promise<void> {
      const { id, slug, status, version, createdAt, updatedAt, members, ...rest } = collection
      const named = members.kind === 'manual' ? members.productIds : []
      const document = {
        ...rest,
        members: members.kind === 'manual' ? { ...members, productIds: [] } : members,
      }
      await Promise.all([
        sql`
          insert into collection (id, slug, status, version, document, created_at, updated_at)
          values (${id}, ${slug}, ${status}, ${version}, ${sql.json(document as never)}, ${createdAt}, ${updatedAt})
          on conflict (id) do update set slug = excluded.slug, status = excluded.status, version = excluded.version,
            document = excluded.document, updated_at = excluded.updated_at`,
        sql`delete from collection_product where collection_id = ${id}`,
        sql`
          insert into collection_product (collection_id, position, product_id)
          select ${id}, position, product_id from unnest(${named}::text[]) with ordinality as g(product_id, position)`,
        sql`delete from listing where category_id = ${id}`,
        gatherCollection(sql, { id, members }),
        uploadedImages(sql).noteShown(namedIn(JSON.stringify(document))),
        sql`select pg_notify(${CHANGED}, ${id})`,
      ])
    },

    async removeCollection(id: string): Promise<void> {
      await Promise.all([
        sql`delete from listing where category_id = ${id}`,
        sql`delete from collection where id = ${id}`,
        sql`select pg_notify(${CHANGED}, ${id})`,
      ])
    },
  }
}

function toCollection({ document, productIds, createdAt, updatedAt, ...columns }: Row): StaffCollection {
  const { members, ...rest } = document
  return {
    ...columns,
    ...rest,
    members: members.kind === 'manual' ? { ...members, productIds } : members,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
