/** What a guard found: each crime is a line or a few, telling where and what; none means all is well. */
export interface Verdict {
  readonly crimes: readonly string[]
  /** How much was looked at, so that a guard that sees nothing is noticed. */
  readonly seen: string
}

/** Looks over the project in a folder. Throws only when it cannot look. */
export type Guard = (root: string) => Promise<Verdict>
