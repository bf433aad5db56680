import type { Queryable } from '@souk/kit/database'
import { wordsOf } from '../domain/fold.ts'
import { narrow, type Scores } from '../domain/narrow.ts'
import type { Found, SearchIndex, Wanted } from '../domain/search-index.ts'
import type { ColumnsCopy, Copy } from './columns-copy.ts'
import { entryStore } from './entry-store.ts'
import { indexSlots } from './index-slots.ts'
import type { sameAnswers } from './same-answers.ts'
import { suggestCategories, suggestProducts } from './suggestion-store.ts'
import { textStore } from './text-store.ts'

interface Memory {
  readonly copy: ColumnsCopy
  readonly answers: ReturnType<typeof sameAnswers<Found>>
}

/** The index in PostgreSQL, which knows the texts, and a copy of its columns in memory, which counts and orders. */
export function postgresIndex(sql: Queryable, { copy, answers }: Memory): SearchIndex {
  const entries = entryStore(sql)
  const slots = indexSlots(sql)
  const text = textStore(sql)

  async function look({ slot, columns }: Copy, scores: Scores | undefined, wanted: Wanted) {
    const { page: more, facets, total } = narrow(columns, scores, wanted)
    const page = more.slice(0, wanted.limit)
    const nos = page.map(({ no }) => no)
    const items = nos.length > 0 ? await entries.pages(slot, { nos, currency: wanted.currency }) : []
    const last = more.length > wanted.limit ? page.at(-1) : undefined
    return { items, facets, total, next: last && { key: last.key, id: last.id } }
  }

  async function find(now: Copy, wanted: Wanted): Promise<Found> {
    if (wanted.q === undefined) return { ...(await look(now, undefined, wanted)), corrected: undefined }
    const words = wordsOf(wanted.q)
    const scores = await text.match(now.slot, words)
    const right = scores.size === 0 ? await putRight(now, words) : undefined
    const meant = right ? await text.match(now.slot, right) : scores
    return { ...(await look(now, meant, wanted)), corrected: meant.size > 0 ? right?.join(' ') : undefined }
  }

  /** What was meant, where it is not what was typed. */
  async function putRight({ slot }: Copy, words: readonly string[]): Promise<string[] | undefined> {
    const right = await text.putRight(slot, words)
    return right.join() === words.join() ? undefined : right
  }

  return {
    async find(wanted) {
      const now = await copy.read(sql)
      return await answers(now, wanted, () => find(now, wanted))
    },

    async suggest(typed) {
      const now = await copy.read(sql)
      const words = wordsOf(typed)
      const suggested = async (key: string) => [
        ...suggestCategories(now.columns, key),
        ...(await suggestProducts(sql, now.slot, key)),
      ]
      if (words.length === 0) return []
      const found = await suggested(words.join(' '))
      const right = found.length === 0 ? await putRight(now, words) : undefined
      return right ? await suggested(right.join(' ')) : found
    },

    async keep(kept, gone) {
      await slots.lock()
      const { current, all } = await slots.live()
      const numbered = await entries.number(kept)
      await entries.addWords(kept)
      for (const slot of all) {
        const changed = [...(await entries.put(slot, numbered)), ...(await entries.remove(slot, gone))]
        if (slot === current) await entries.tell(changed)
      }
    },

    noteWord: (word) => entries.noteWord(word),

    async openNext() {
      await slots.lock()
      await slots.open()
    },

    async switchToNext() {
      await slots.lock()
      await slots.switch()
    },
  }
}
