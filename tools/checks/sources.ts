import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const FOREIGN_NAMES = new Set(['node_modules', '.git', '.souk', 'dist', 'coverage', '.react-router', 'build'])
const FOREIGN_PATHS = new Set(['docs/reference', 'bench/results'])

/**
 * The project's own files that end in one of these, as sorted paths from the root with forward slashes;
 * what is installed, stored, built or generated is left out.
 */
export async function listSources(root: string, endings: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (FOREIGN_NAMES.has(entry.name) || FOREIGN_PATHS.has(path)) continue
      if (entry.isDirectory()) await walk(path)
      else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(path)
    }
  }
  await walk('')
  return found.sort()
}
