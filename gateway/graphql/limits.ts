/** What one request may ask. Each is counted before anything is asked of a service, and named when it is exceeded. */
export interface Limits {
  /** Of the document's text, in characters. */
  readonly size: number
  /** Words of the document, as the parser counts them; what nests in one another needs the parser's stack. */
  readonly tokens: number
  /** Operations in one request: a list of them is not taken. */
  readonly batch: number
  /** How deep fields are nested. */
  readonly depth: number
  /** Fields, with those of fragments wherever they are spread. */
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  /** Fields at the top: each may be a call, and counts as a request of its own for the rate limit. */
  readonly roots: number
  /** Sign-ins and the like, which are guessed at: one at a time. */
  readonly credentials: number
  /** Lists of the schema that are asked for: tools ask for nine, and lists in lists are many times the schema. */
  readonly introspected: number
  /** Values in all variables, lists and objects among them: each one that is wrong is an error to be told. */
  readonly values: number
  /** Objects there may be in the answer, with `CALL_COST` more for each call. */
  readonly cost: number
}

export const LIMITS: Limits = {
  size: 20_000,
  tokens: 2_000,
  batch: 1,
  depth: 10,
  fields: 500,
  aliases: 30,
  directives: 20,
  roots: 20,
  credentials: 1,
  introspected: 20,
  values: 10_000,
  cost: 5_000,
}

/** A call costs as much as so many objects. */
export const CALL_COST = 10
/** How many a list without `first` is taken to hold. */
export const LIST_SIZE = 10
/** How many are shown where `first` is not said: as the contracts have it. */
export const PAGE_SIZE = 20
