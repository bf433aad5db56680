import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface LockEntry {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  hasInstallScript?: boolean
  optional?: boolean
  dev?: boolean
  license?: string
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export interface Lock {
  packages: Record<string, LockEntry>
}

const SYSTEMS = new Set(['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'])
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/**
 * Entries for the optional platform packages that a package names and the lock file lacks: npm leaves out those it
 * cannot look up while it writes the file, and `npm ci` then refuses the file on the platforms that need them.
 * System, processor and C library are read from the package's name, as `…-linux-x64-musl`.
 */
export function missingEntries(lock: Lock): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {}
  for (const [parent, entry] of Object.entries(lock.packages)) {
    if (parent === '') continue
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`
      const platform = readPlatform(name)
      if (key in lock.packages || `${parent}/${key}` in lock.packages || !platform) continue
      if (!EXACT.test(version))
        throw new Error(`${parent} wants ${name} ${version}, which is no exact version`)
      missing[key] = describe({ ...entry, version }, platform)
    }
  }
  return missing
}

/** In npm's own order, so that npm changes nothing when it writes the file again. */
const describe = ({ version, dev, license }: LockEntry, { cpu, os, libc }: Platform): LockEntry => ({
  ...(version && { version }),
  cpu,
  ...(dev && { dev }),
  ...(license && { license }),
  optional: true,
  ...(os && { os }),
  ...(libc && { libc }),
})

interface Platform {
  readonly cpu: string[]
  /** None where it runs on every system, as WebAssembly does. */
  readonly os?: string[]
  readonly libc?: string[]
}

function readPlatform(name: string): Platform | undefined {
  const words = (name.split('/').at(-1) ?? '').split('-')
  if (words.includes('wasm32')) return { cpu: ['wasm32'] }
  const at = words.findIndex((word) => SYSTEMS.has(word))
  const [os, cpu, abi = ''] = words.slice(at)
  if (at === -1 || !os || !cpu) return undefined
  const libc = abi.startsWith('musl') ? 'musl' : abi.startsWith('gnu') ? 'glibc' : undefined
  return { cpu: [cpu], os: [os], ...(libc && { libc: [libc] }) }
}

async function main(): Promise<void> {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = JSON.parse(await readFile(path, 'utf8')) as Lock
  const missing = missingEntries(lock)
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
  await writeFile(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
  const names = Object.keys(missing)
  console.log(names.length === 0 ? 'Nothing was missing.' : `Added ${names.join(', ')}.`)
}

if (import.meta.main) await main()
