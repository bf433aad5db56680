import type { Queryable } from '@souk/kit/database'
import { CATEGORY, type Columns } from '../domain/columns.ts'
import { fold } from '../domain/fold.ts'
import type { Suggestion } from '../domain/search-index.ts'

const MOST_PRODUCTS = 6
const MOST_CATEGORIES = 3
/** Shorter beginnings of words are in too many titles to look for them anywhere but at the start. */
const SHORTEST_INSIDE = 3
/** Of more titles with such a word inside, the shortest are chosen among so many. */
const MOST_COMPARED = 200
const LAST = '\u{10ffff}'

/** Products whose title begins so, then those with a word in it that does. `key` are folded words. */
export async function suggestProducts(sql: Queryable, slot: number, key: string): Promise<Suggestion[]> {
  const rows = await sql<{ text: string; slug: string }[]>`
    with starting as (
      select no, title_key, 0 as place from entry
      where slot = ${slot} and title_key >= ${key} and title_key < ${key + LAST}
      order by title_key, no limit ${MOST_PRODUCTS}),
    inside as (
      select no, title_key, 1 as place from entry
      where slot = ${slot} and ${key.length >= SHORTEST_INSIDE} and title_key like ${`% ${key}%`} limit ${MOST_COMPARED}),
    found as (
      select no, min(place) as place, min(length(title_key)) as length
      from (select * from starting union all select * from inside) one
      group by no order by 2, 3, 1 limit ${MOST_PRODUCTS})
    select page ->> 'title' as text, page ->> 'slug' as slug
    from found join entry using (no) cross join lateral (select value as page from jsonb_each(pages) limit 1) pages
    where slot = ${slot} order by place, length, no`
  return rows.map((row) => ({ ...row, kind: 'product' }))
}

export function suggestCategories(columns: Columns, key: string): Suggestion[] {
  const facet = columns.findFacet(CATEGORY)
  return columns.values
    .filter((one) => one.facet === facet && ` ${fold(one.title ?? '')}`.includes(` ${key}`))
    .map(({ title = '', value }) => ({ text: title, slug: value, kind: 'category' as const }))
    .sort((a, b) => a.text.length - b.text.length || (a.slug < b.slug ? -1 : 1))
    .slice(0, MOST_CATEGORIES)
}
