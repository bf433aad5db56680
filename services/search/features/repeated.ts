/** Names of repeated work, by which it is woken. */
export const REFRESH = 'refresh-entries'
export const REBUILD = 'advance-rebuild'
