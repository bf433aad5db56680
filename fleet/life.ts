import { type ChildProcess, spawn } from 'node:child_process'
import { seconds } from '@souk/kit/runtime'

export interface Program {
  /** What people call it, e.g. `carts 2`. */
  readonly name: string
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  /** Descriptors of sockets it shall listen on, handed on as 3, 4, … */
  readonly sockets?: readonly number[]
}

/** One process of a program, from its start to its end. */
export interface Life {
  readonly pid: number | undefined
  /** What it says of itself once it is up; never, where it ends before that. */
  readonly up: Promise<Up>
  readonly ended: Promise<End>
  /** Asks it to stop and waits; kills what does not hear. */
  stop(): Promise<End>
}

/** Its exit code, or the signal that ended it. */
export type End = number | NodeJS.Signals | null

export interface Up {
  /** Where it answers, if others ask it by the registry. */
  readonly address?: string
}

const STOPPED_WITHIN_MS = seconds(25)
/** What every process may know of ours. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'TMPDIR',
  'NODE_ENV',
  'NODE_COMPILE_CACHE',
  'NODE_EXTRA_CA_CERTS',
]
/** A young generation of 4 MB, and garbage that can be put away when asked: a fleet is many small processes. */
const FLAGS = ['--max-semi-space-size=4', '--expose-gc']

export function startLife({ file, env, sockets = [] }: Program, failed: (fault: Error) => void): Life {
  const child = spawn(process.execPath, [...FLAGS, file], {
    stdio: ['ignore', 'ignore', 'inherit', ...sockets, 'ipc'],
    // A group of its own: Ctrl-C in a terminal must not end it before the gateway has answered.
    detached: process.platform !== 'win32',
    env: {
      ...passedOn(),
      ...env,
      ...(sockets.length > 0 && { LISTEN_FDS: String(sockets.length) }),
      SOUK_PARENT_PID: String(process.pid),
    },
  })
  child.on('error', failed)
  const ended = new Promise<End>((tell) => {
    child.once('close', (code, signal) => tell(code ?? signal))
  })
  return { pid: child.pid, up: whenUp(child), ended, stop: () => stop(child, ended) }
}

const whenUp = (child: ChildProcess): Promise<Up> =>
  new Promise((tell) => {
    child.on('message', (message: Partial<Up> & { ready?: boolean }) => message.ready && tell(message))
  })

async function stop(child: ChildProcess, ended: Promise<End>): Promise<End> {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
  return await ended.finally(() => clearTimeout(impatience))
}

const passedOn = (): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
