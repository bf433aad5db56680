import { hash } from 'node:crypto'
import type { Product } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'
import type { Entry } from '../domain/entry.ts'
import { INDEX_CHANGED } from './columns-copy.ts'

interface Word {
  readonly sku: string
  readonly availability: string
  readonly version: number
}

type Numbered = Entry & { readonly no: number; readonly fingerprint: string }

/** Writes and reads entries of a slot. The caller holds the lock of who writes. */
export function entryStore(sql: Queryable) {
  return {
    /** Gives every product its number, for good. */
    async number(entries: readonly Entry[]): Promise<Numbered[]> {
      const ids = entries.map(({ productId }) => productId)
      await sql`
        insert into product_number (product_id) select unnest(${ids}::text[]) on conflict (product_id) do nothing`
      const rows = await sql<{ id: string; no: number }[]>`
        select product_id as id, no from product_number where product_id = any(${ids})`
      const numbers = new Map(rows.map(({ id, no }) => [id, no]))
      return entries.map((entry) => ({
        ...entry,
        no: numbers.get(entry.productId) as number,
        fingerprint: hash('sha256', JSON.stringify(entry), 'base64url'),
      }))
    },

    /** Writes what is not there in the same words; returns the numbers of what it wrote. */
    async put(slot: number, entries: readonly Numbered[]): Promise<number[]> {
      const before = await wordsBefore(sql, slot, { nos: entries.map(({ no }) => no) })
      const written = entries.filter(({ no, fingerprint }) => before.get(no)?.fingerprint !== fingerprint)
      if (written.length === 0) return []
      const nos = written.map(({ no }) => no)
      await Promise.all([
        sql`
          insert into entry (slot, no, product_id, version, title_key, skus, words, facts, pages, fingerprint)
          select ${slot}, no, "productId", version, "titleKey", skus, words, facts, pages, fingerprint
          from jsonb_to_recordset(${sql.json(written as never)}) as g(no int, "productId" text, version int,
            "titleKey" text, skus text[], words text[], facts jsonb, pages jsonb, fingerprint text)
          on conflict (slot, no) do update set version = excluded.version, title_key = excluded.title_key,
            skus = excluded.skus, words = excluded.words, facts = excluded.facts, pages = excluded.pages,
            fingerprint = excluded.fingerprint`,
        sql`
          insert into entry_text (slot, no, heading, lexemes)
          select ${slot}, no, heading, strip(heading) || strip(lexemes_of(body))
          from (
            select no, text ->> 'body' as body,
              setweight(lexemes_of(text ->> 'title'), 'A') || setweight(lexemes_of(text ->> 'names'), 'C') as heading
            from jsonb_to_recordset(${sql.json(written.map(({ no, text }) => ({ no, text })))}) as g(no int, text jsonb)
            offset 0) made
          on conflict (slot, no) do update set heading = excluded.heading, lexemes = excluded.lexemes`,
        ...count(sql, slot, { added: written, removed: nos.flatMap((no) => before.get(no) ?? []) }),
      ])
      return nos
    },

    /** Returns the numbers of those that were there. */
    async remove(slot: number, productIds: readonly string[]): Promise<number[]> {
      const removed = await sql<{ no: number; words: string[] }[]>`
        delete from entry where slot = ${slot} and product_id = any(${productIds as string[]}) returning no, words`
      const nos = removed.map(({ no }) => no)
      await Promise.all([
        sql`delete from entry_text where slot = ${slot} and no = any(${nos})`,
        ...count(sql, slot, { added: [], removed }),
      ])
      return nos
    },

    /** What inventory never told of is as the catalog knew it. */
    addWords: async (entries: readonly Entry[]): Promise<void> => {
      const variants = entries.flatMap(({ pages }) => Object.values(pages).flatMap((page) => page.variants))
      const words = new Map(variants.map(({ sku, availability }) => [sku, availability]))
      const given = [...words].map(([sku, word]) => ({ sku, word }))
      await sql`
        insert into availability (sku, word, version)
        select sku, word, 0 from jsonb_to_recordset(${sql.json(given)}) as g(sku text, word text) order by sku
        on conflict (sku) do update set word = excluded.word where availability.version = 0`
    },

    /** Takes a word unless a later one is there; tells every replica of the products it is about. */
    noteWord: async ({ sku, availability, version }: Word): Promise<void> => {
      await sql`
        with noted as (
          insert into availability (sku, word, version) values (${sku}, ${availability}, ${version})
          on conflict (sku) do update set word = excluded.word, version = excluded.version
            where availability.version < excluded.version
          returning sku)
        select pg_notify(${INDEX_CHANGED}, no::text)
        from noted join entry on skus @> array[sku] and slot = (select current_slot from index_state)`
    },

    /** Tells every replica. */
    tell: async (nos: readonly number[]): Promise<void> => {
      if (nos.length > 0) await sql`select pg_notify(${INDEX_CHANGED}, ${nos.join()})`
    },

    /** Pages as shoppers see them, in the order of their numbers given; what is gone meanwhile is left out. */
    async pages(slot: number, { nos, currency }: { nos: readonly number[]; currency: string }) {
      const rows = await sql<{ no: number; page: Product | null; words: Record<string, string> | null }[]>`
        select no, pages -> ${currency} as page, (
          select json_object_agg(sku, word) from availability a where a.sku = any(e.skus)) as words
        from entry e where slot = ${slot} and no = any(${nos as number[]})`
      const byNo = new Map(rows.map((row) => [row.no, row]))
      return nos.flatMap((no) => {
        const { page, words } = byNo.get(no) ?? {}
        return page ? [withWords(page, words ?? {})] : []
      })
    },
  }
}

/** The inventory's last word goes before what the catalog had heard; a date that went with another word is not told. */
const withWords = (page: Product, words: Record<string, string>): Product => ({
  ...page,
  variants: page.variants.map(({ expectedAt: _date, ...variant }) => ({
    ...variant,
    availability: (words[variant.sku] ?? variant.availability) as typeof variant.availability,
  })),
})

async function wordsBefore(sql: Queryable, slot: number, { nos }: { nos: number[] }) {
  const rows = await sql<{ no: number; words: string[]; fingerprint: string }[]>`
    select no, words, fingerprint from entry where slot = ${slot} and no = any(${nos})`
  return new Map(rows.map((row) => [row.no, row]))
}

interface Wordy {
  readonly words: readonly string[]
}

/** Keeps count of how many products have a word. */
function count(
  sql: Queryable,
  slot: number,
  { added, removed }: { added: readonly Wordy[]; removed: readonly Wordy[] },
) {
  const changes = new Map<string, number>()
  const note = (entries: readonly Wordy[], by: number) => {
    for (const word of entries.flatMap(({ words }) => words)) changes.set(word, (changes.get(word) ?? 0) + by)
  }
  note(added, 1)
  note(removed, -1)
  const given = [...changes].flatMap(([word, by]) => (by === 0 ? [] : [{ word, by }]))
  if (given.length === 0) return []
  return [
    sql`
      insert into word (slot, word, count)
      select ${slot}, word, by from jsonb_to_recordset(${sql.json(given)}) as g(word text, by int)
      on conflict (slot, word) do update set count = word.count + excluded.count`,
    sql`delete from word where slot = ${slot} and count <= 0 and word = any(${given.map(({ word }) => word)})`,
  ]
}
