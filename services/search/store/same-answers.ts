import type { Copy } from './columns-copy.ts'

const MOST = 500

/**
 * What was found for the same wishes, as long as nothing in the index has changed since: a list people browse is asked for
 * far more often than a product changes. Whoever asks while it is being looked for waits for the same answer.
 */
export function sameAnswers<T>(): (copy: Copy, wanted: object, find: () => Promise<T>) => Promise<T> {
  let of: { readonly copy: Copy; readonly version: number } | undefined
  const kept = new Map<string, Promise<T>>()
  return (copy, wanted, find) => {
    const version = copy.columns.version()
    if (of?.copy !== copy || of.version !== version) kept.clear()
    of = { copy, version }
    const key = JSON.stringify(wanted)
    const known = kept.get(key)
    if (known) return known
    const found = find()
    kept.set(key, found)
    found.catch(() => kept.get(key) === found && kept.delete(key))
    if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
    return found
  }
}
