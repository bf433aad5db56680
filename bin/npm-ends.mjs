import { readFileSync } from 'node:fs'

/**
 * Calls back when the npm that runs us has ended. npm passes a SIGTERM on to the shell between us, which dies of it and
 * tells nobody: without this, `npm start` would end and the shop would not. Does nothing when npm did not start us.
 */
export function whenNpmEnds(callback) {
  if (process.env.npm_lifecycle_event === undefined) return
  const above = ancestors()
  const timer = setInterval(() => {
    if (ancestors().join() === above.join()) return
    clearInterval(timer)
    callback()
  }, 500).unref()
}

/** Our parent, and where that is npm's shell the shell's parent too, so far as the system shows it. */
function ancestors() {
  try {
    const { name, parent } = readProcess(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))
    return name.endsWith('sh') ? [process.ppid, parent] : [process.ppid]
  } catch {
    return [process.ppid]
  }
}

/** A process's name and its parent's pid, from its line in /proc. */
export function readProcess(stat) {
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { name, parent: Number(parent) }
}
