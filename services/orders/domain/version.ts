/** Whether whoever changes it saw another version than the one there now. `If-Match` is a list of entity tags. */
export function isStale(ifMatch: string | undefined, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return false
  return !ifMatch.split(',').some((tag) => tag.trim() === `"${version}"`)
}
