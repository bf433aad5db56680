import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { whenNpmEnds } from './npm-ends.mjs'
import { pinnedNode, root } from './pinned-node.mjs'

/**
 * Runs the pinned Node with these arguments and ends as it ends. The child finds our pid in SOUK_PARENT_PID: while its
 * own `process.ppid` was that pid and no longer is, we were killed and it may end too.
 */
export function runPinned(args) {
  const env = { ...compileCache(), ...process.env, SOUK_PARENT_PID: String(process.pid) }
  const child = spawn(pinnedNode(), args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) forwardOnce(signal, child)
  whenNpmEnds(() => process.emit('SIGTERM'))
  child.on('error', (error) => {
    console.error(`Node could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** Compiled code is kept, which halves a warm start; not by root in somebody's folder, who could not delete it. */
function compileCache() {
  const isGuest = process.geteuid?.() === 0 && statSync(root).uid !== 0
  return isGuest ? {} : { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') }
}

/**
 * Ctrl-C in a terminal reaches the child by itself, and npm passes on what it gets as well: a server takes a second
 * signal for "at once", so it must hear of each only once.
 */
function forwardOnce(signal, child) {
  let isForwarded = false
  process.on(signal, () => {
    if (isForwarded || (signal === 'SIGINT' && isFromTerminal())) return
    isForwarded = true
    child.kill(signal)
  })
}

/** On Windows every console process hears Ctrl-C; elsewhere all of the group in the terminal's foreground does. */
function isFromTerminal() {
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') return [0, 1, 2].some((fd) => isatty(fd))
  return isForeground(readFileSync('/proc/self/stat', 'utf8'))
}

/** From the process's line in /proc: it has a terminal, and that terminal's foreground group is its own. */
export function isForeground(stat) {
  const [, , group, , terminal, foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return terminal !== '0' && group === foreground
}
