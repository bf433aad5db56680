import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { digestOf } from './digest.ts'

const APPS = [
  { name: 'storefront', program: '@react-router/dev/bin.cjs', args: ['build'] },
  { name: 'admin', program: 'vite/bin/vite.js', args: ['build', '--logLevel', 'warn'] },
  { name: 'control-room', program: 'vite/bin/vite.js', args: ['build', '--logLevel', 'warn'] },
]
type App = (typeof APPS)[number]
const APPS_AT = new URL('../apps/', import.meta.url)
/** What goes into every app beside its own sources. */
const SHARED = ['ui/', '../contracts/src/', '../kit/contract/', '../package-lock.json'].map(
  (place) => new URL(place, APPS_AT),
)
const PACKAGES = new URL('../node_modules/', import.meta.url)

/** Builds the apps whose sources are not those they were built of; returns their names. */
export async function buildApps(): Promise<string[]> {
  const built = await Promise.all(APPS.map(buildIfChanged))
  return built.filter((name) => name !== undefined)
}

/** Whether the tools to build with are installed. */
export const canBuild = (): boolean => APPS.every(({ program }) => existsSync(programAt(program)))

const programAt = (program: string): string => fileURLToPath(new URL(program, PACKAGES))

async function buildIfChanged(app: App): Promise<string | undefined> {
  const folder = new URL(`${app.name}/`, APPS_AT)
  const mark = new URL('build/.built-of', folder)
  const digest = await digestOf([folder, ...SHARED].map((place) => fileURLToPath(place)))
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === digest) return undefined
  // One that is broken off is none.
  await rm(mark, { force: true })
  await run(app, fileURLToPath(folder))
  await writeFile(mark, digest)
  return app.name
}

async function run({ name, program, args }: App, cwd: string): Promise<void> {
  const child = spawn(process.execPath, [programAt(program), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${name} could not be built:\n${said.join('')}`)
}
