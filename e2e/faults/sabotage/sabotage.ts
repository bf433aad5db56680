/** A text of the source and what a careless hand makes of it. */
export interface Edit {
  readonly file: string
  /** Found exactly once in the file, or the sabotage is out of date. */
  readonly find: string
  readonly put: string
}

/** A bug as others have shipped it, and the tests that must fail with it. */
export interface Sabotage {
  readonly title: string
  readonly edits: readonly Edit[]
  readonly caughtBy: readonly string[]
}
