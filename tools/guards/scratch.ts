import { mkdir, mkdtemp, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listSources } from '../checks/sources.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SETTINGS = ['.gitignore', '.npmrc', 'biome.json', 'knip.json', 'tsconfig.json']

const settings = readSettings()

async function readSettings(): Promise<[string, string][]> {
  const paths = [...SETTINGS, ...(await listSources(ROOT, ['package.json', '.grit']))]
  return Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(join(ROOT, path), 'utf8')]),
  )
}

/** A project of these files alone, under our settings, package files and packages. Returns its folder. */
export async function scratchProject(files: Readonly<Record<string, string>>): Promise<string> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'souk-guards-')))
  for (const [path, text] of await settings) await put(join(scratch, path), text)
  for (const [path, text] of Object.entries(files)) await put(join(scratch, path), text)
  await linkPackages(scratch)
  return scratch
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Strangers' packages are ours; the project's own names lead into the scratch folder. */
async function linkPackages(scratch: string): Promise<void> {
  const ours = join(ROOT, 'node_modules')
  const theirs = join(scratch, 'node_modules')
  await mkdir(join(theirs, '@souk'), { recursive: true })
  for (const name of await readdir(ours))
    if (name !== '@souk') await symlink(join(ours, name), join(theirs, name))
  for (const name of await readdir(join(ours, '@souk'))) {
    const folder = relative(ROOT, await realpath(join(ours, '@souk', name)))
    await symlink(join(scratch, folder), join(theirs, '@souk', name))
  }
}
