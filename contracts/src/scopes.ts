import { allCalls } from './all.ts'

/** Everything. */
export const ADMIN = 'admin'

/** Every scope somebody can be given: those that calls ask for, and the two that stand for more than one call. */
export const allScopes: readonly string[] = [
  ...new Set([
    ADMIN,
    'operator',
    ...allCalls.flatMap(({ access }) => (access.startsWith('staff:') ? [access.slice('staff:'.length)] : [])),
  ]),
].sort()
