/**
 * Whether an editor saw another version than the one there now. `If-Match` is a list of entity tags (RFC 9110,
 * 13.1.1); without it the edit is meant for whatever is there.
 */
export function isStale(ifMatch: string | undefined, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return false
  return !ifMatch.split(',').some((tag) => tag.trim() === `"${version}"`)
}
