import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Command } from './run-as.ts'

type Finished = { code: number; output: string }

/** Runs a program to its end. `output` is all it said; a program that cannot be run has code -1 and says why. */
export function finish(command: Command): Promise<Finished> {
  return new Promise<Finished>((resolve) => {
    const child = begin(command)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    const end = (code: number | null) => resolve({ code: code ?? -1, output })
    child.on('error', (error) => resolve({ code: -1, output: error.message }))
    child.on('close', end)
    // A server that pg_ctl starts on Windows keeps the pipes open, and `close` would wait for it.
    child.on('exit', (code) => setTimeout(end, 500, code).unref())
  }).catch((error: Error) => ({ code: -1, output: error.message }))
}

const begin = ({ file, args, options }: Command): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
