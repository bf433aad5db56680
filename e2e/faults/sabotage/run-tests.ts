import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from './verdict.ts'

/** Runs test files of a folder as `npm test` would, and reads what became of each test. */
export async function runTests(folder: string, files: readonly string[]): Promise<Report> {
  const told = join(folder, 'report.json')
  await rm(told, { force: true })
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${told}`, ...files]
  const { output } = await run(args, folder)
  const report = await readFile(told, 'utf8').catch(() => undefined)
  if (report === undefined) throw new Error(`the tests did not run:\n${output.slice(-3_000)}`)
  return JSON.parse(report)
}

/** What the compiler says against a folder; what a bug leaves unused is no complaint. */
export async function checkTypes(folder: string): Promise<string | undefined> {
  const compiler = join(folder, 'node_modules/typescript-7/bin/tsc')
  const lenient = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false']
  const { code, output } = await run([compiler, '--noEmit', '-p', folder, ...lenient], folder)
  return code === 0 ? undefined : output.split('\n')[0]
}

/** Without what a surrounding Vitest tells its own workers. */
const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV)/.test(name)))

function run(args: readonly string[], cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output += text.toString('utf8')
      })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
