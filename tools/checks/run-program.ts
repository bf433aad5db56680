import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PACKAGES = new URL('../../node_modules/', import.meta.url)

/**
 * Runs a program of an installed package, such as `knip/bin/knip.js`, in a folder with the Node we run on.
 * Its exit code is an answer; only a program that cannot be started throws.
 */
export function runProgram(
  program: string,
  { args, cwd }: { args: readonly string[]; cwd: string },
): Promise<{ code: number; output: string; complaints: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, PACKAGES)), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  const complaints: Buffer[] = []
  child.stdout.on('data', (some: Buffer) => output.push(some))
  child.stderr.on('data', (some: Buffer) => complaints.push(some))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) =>
      done({
        code: code ?? 1,
        output: String(Buffer.concat(output)),
        complaints: String(Buffer.concat(complaints)),
      }),
    )
  })
}
