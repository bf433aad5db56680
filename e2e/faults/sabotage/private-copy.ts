import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apply } from './apply.ts'
import type { Sabotage } from './sabotage.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const LEFT_OUT = new Set(['node_modules', '.git', '.souk', 'docs'])

/** The project's sources in a folder of their own, where they may be spoiled. */
export interface PrivateCopy {
  readonly folder: string
  /** While `work` runs the copy has the bug; afterwards it is as before. */
  spoiled<Made>(sabotage: Sabotage, work: () => Promise<Made>): Promise<Made>
  remove(): Promise<void>
}

export async function makePrivateCopy(): Promise<PrivateCopy> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'souk-sabotage-')))
  const isWanted = (path: string) =>
    !relative(ROOT, path)
      .split(sep)
      .some((name) => LEFT_OUT.has(name))
  await cp(ROOT, folder, { recursive: true, filter: isWanted })
  await linkPackages(folder)
  return {
    folder,
    async spoiled({ edits }, work) {
      const kept = new Map<string, string>()
      try {
        for (const edit of edits) {
          const path = join(folder, edit.file)
          const text = await readFile(path, 'utf8')
          if (!kept.has(path)) kept.set(path, text)
          await writeFile(path, apply(text, edit))
        }
        return await work()
      } finally {
        for (const [path, text] of kept) await writeFile(path, text)
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Strangers' packages are the checkout's; the project's own names lead into the copy. What tools keep is not shared. */
async function linkPackages(folder: string): Promise<void> {
  const ours = join(ROOT, 'node_modules')
  const theirs = join(folder, 'node_modules')
  await mkdir(join(theirs, '@souk'), { recursive: true })
  for (const name of await readdir(ours))
    if (name !== '@souk' && !name.startsWith('.')) await symlink(join(ours, name), join(theirs, name))
  for (const name of await readdir(join(ours, '@souk'))) {
    const room = relative(await realpath(ROOT), await realpath(join(ours, '@souk', name)))
    await symlink(join(folder, room), join(theirs, '@souk', name))
  }
}
