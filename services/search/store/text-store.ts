import type { Queryable } from '@souk/kit/database'
import { type Candidate, correct } from '../domain/correction.ts'
import type { Scores } from '../domain/narrow.ts'

const MOST_SLIPS = 2
const CANDIDATES = 50

/** Words held against the texts of a slot. */
export function textStore(sql: Queryable) {
  /** Asked by its own name: of the whole table, every search reads through the keys of the slot once, to know its rows. */
  const textsOf = (slot: number) => sql(`entry_text_${slot}`)

  return {
    /** Every product that has all the words, and how well it fits: words in its title say most, those of its description nothing. */
    async match(slot: number, words: readonly string[]): Promise<Scores> {
      const [found] = await sql<{ nos: number[] | null; scores: number[] | null }[]>`
        with asked as materialized (
          select query_of(${words as string[]}, '&') as every, query_of(${words as string[]}, '|') as any)
        select array_agg(no) as nos, array_agg(ts_rank('{0, 0, 0.3, 1}', heading, asked.any)) as scores
        from asked, ${textsOf(slot)} where lexemes @@ asked.every`
      const { nos, scores } = found ?? {}
      return new Map(nos?.map((no, index) => [no, scores?.[index] ?? 0]))
    },

    /** The words with those no product has put right, where there is a word near enough. */
    async putRight(slot: number, words: readonly string[]): Promise<string[]> {
      const unknown = await sql<{ word: string }[]>`
        select asked.word from unnest(${words as string[]}::text[]) as asked(word)
        where not is_stop_word(asked.word)
          and not exists (select from word w where w.slot = ${slot} and w.word = asked.word)
          and not exists (
            select from ${textsOf(slot)} where lexemes @@ query_of(array[asked.word], '|'))`
      const right = new Map<string, string>()
      for (const { word } of unknown) {
        const better = correct(word, await near(word, slot))
        if (better !== undefined) right.set(word, better)
      }
      return words.map((word) => right.get(word) ?? word)
    },
  }

  async function near(word: string, slot: number): Promise<readonly Candidate[]> {
    return await sql<Candidate[]>`
      select word, count from word
      where slot = ${slot} and length(word) between ${word.length - MOST_SLIPS} and ${word.length + MOST_SLIPS}
        and levenshtein_less_equal(word, ${word}, ${MOST_SLIPS}) <= ${MOST_SLIPS}
      order by similarity(word, ${word}) desc, count desc limit ${CANDIDATES}`
  }
}
