import { seconds } from '../runtime/clock.ts'

const SETTLED_MS = seconds(10)

/**
 * Puts away, once a process that says it is up has settled, what opening needed: V8 would keep it until memory is short,
 * a third of an idle process. Nothing where garbage cannot be asked for (`--expose-gc`). Returns what calls it off.
 */
export function putAwayOnceSettled(): () => void {
  const collect = () => globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
  const timer = setTimeout(collect, SETTLED_MS)
  return () => clearTimeout(timer)
}
