import type { Queryable } from '@souk/kit/database'

const NAMED = '/images/([0-9a-f]{64}-[0-9]+x[0-9]+)/'

/** What is known of uploaded images, by name. A row is locked by whoever changes it, and held while its files go. */
export function uploadedImages(sql: Queryable) {
  return {
    /** From now on it is not removed for a while. Waits for whoever is removing it. */
    async noteUpload(name: string, now: string): Promise<void> {
      await sql`
        insert into uploaded_image (name, uploaded_at) values (${name}, ${now})
        on conflict (name) do update set uploaded_at = excluded.uploaded_at`
    },

    /** In the order of their names, so that two who show the same ones do not wait for each other. */
    async noteShown(names: readonly string[]): Promise<void> {
      if (names.length === 0) return
      await sql`
        update uploaded_image set is_shown = true where name in (
          select name from uploaded_image where name = any(${names as string[]}) and not is_shown
          order by name for update)`
    },

    /** Uploaded before then and never shown, as far as was noted; locked until the transaction ends. */
    async lockUnshown(before: string, limit: number): Promise<string[]> {
      const rows = await sql<{ name: string }[]>`
        select name from uploaded_image where not is_shown and uploaded_at < ${before}
        order by uploaded_at limit ${limit} for update skip locked`
      return rows.map(({ name }) => name)
    },

    /** Those of them that are shown all the same: a product may have named an image before it was uploaded. */
    async findShown(names: readonly string[]): Promise<string[]> {
      const rows = await sql<{ name: string }[]>`
        select distinct named[1] as name
        from (select document::text as told from product union all select document::text from collection) as d,
          regexp_matches(told, ${NAMED}, 'g') as named
        where told like '%/images/%' and named[1] = any(${names as string[]})`
      return rows.map(({ name }) => name)
    },

    async forgetUploads(names: readonly string[]): Promise<void> {
      await sql`delete from uploaded_image where name = any(${names as string[]})`
    },
  }
}
