import { isSame } from './edited.ts'

export interface Difference {
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
  /** Both changed it, so somebody has to choose; otherwise whoever changed it is right. */
  readonly isClash: boolean
  readonly suggested: 'mine' | 'theirs'
}

interface Sides {
  /** What was there when I began. */
  readonly base: Readonly<Record<string, unknown>>
  readonly mine: Readonly<Record<string, unknown>>
  readonly theirs: Readonly<Record<string, unknown>>
}

/** Where two edits of one thing differ, and which of them to take where only one of them touched it. */
export function differencesOf({ base, mine, theirs }: Sides, fields: readonly string[]): Difference[] {
  return fields
    .filter((field) => !isSame(mine[field], theirs[field]))
    .map((field) => {
      const isMine = !isSame(mine[field], base[field])
      const isTheirs = !isSame(theirs[field], base[field])
      return {
        field,
        mine: mine[field],
        theirs: theirs[field],
        isClash: isMine && isTheirs,
        suggested: isMine ? 'mine' : 'theirs',
      }
    })
}

/** Their version with what was chosen of mine. */
export function merged(
  theirs: Readonly<Record<string, unknown>>,
  chosen: readonly Difference[],
): Record<string, unknown> {
  return { ...theirs, ...Object.fromEntries(chosen.map(({ field, mine }) => [field, mine])) }
}
