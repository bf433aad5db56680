const ADMIN = 'admin'

/** What somebody who holds `held` may neither do nor grant. */
export const beyond = (held: readonly string[], wanted: readonly string[]): string[] =>
  held.includes(ADMIN) ? [] : wanted.filter((scope) => !held.includes(scope))
