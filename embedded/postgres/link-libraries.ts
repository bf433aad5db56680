import { lstat, readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { handOver, ownerOf } from './account.ts'
import { StartRefusal } from './start-refusal.ts'

type Link = { source: string; target: string }

/**
 * Makes the links to the shared libraries that npm packages cannot carry. The package would make them in its own
 * install script; ours are blocked, so the first start does it. A read-only tree is fine once they are there.
 */
export async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const owner = await ownerOf(native)
  const links: Link[] = JSON.parse(list)
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (await isThere(path)) continue
    await link(source, path)
    await handOver(path, owner)
  }
}

async function link(source: string, path: string): Promise<void> {
  try {
    await symlink(basename(source), path)
  } catch (error) {
    // Another start may have made it between our look and our try.
    if (await isThere(path)) return
    throw new StartRefusal(
      `PostgreSQL's libraries cannot be linked in ${dirname(path)}: start once as the user who ran npm ci.`,
      { cause: error },
    )
  }
}

const isThere = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  )
