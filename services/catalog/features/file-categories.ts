import type { ProcessRoom } from '@souk/kit/service'
import type { Category } from '../domain/category.ts'
import { byPath, missingCategories, pathKeyOf } from '../domain/file-under.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

type Paths = readonly (readonly string[])[]

/** Finds the categories of paths of names, making those there are none of; for the length of one import. */
export type FileCategories = (paths: Paths) => Promise<ReadonlyMap<string, Category>>

export function fileCategories(dryRun: boolean, room: ProcessRoom<CatalogStore>): FileCategories {
  let known: ReadonlyMap<string, Category> | undefined
  return async (paths) => {
    known ??= byPath(await room.store.listCategories())
    const found = known
    if (paths.every((path) => path.length === 0 || found.has(pathKeyOf(path)))) return found
    known = dryRun ? imagine(paths, found, room) : await make(paths, room)
    return known
  }
}

/** What would be there, for a run that stores nothing. */
function imagine(paths: Paths, known: ReadonlyMap<string, Category>, { ids }: ProcessRoom<CatalogStore>) {
  const existing = [...known.values()]
  return byPath([...existing, ...missingCategories(paths, existing, () => ids.next('cat'))])
}

const make = (paths: Paths, room: ProcessRoom<CatalogStore>) =>
  room.transaction(async ({ store, ids, afterCommit }) => {
    const [, existing] = await Promise.all([store.lockTree(), store.listCategories()])
    const made = missingCategories(paths, existing, () => ids.next('cat'))
    const [first] = made
    if (first) {
      await store.addCategories(made)
      afterCommit(() => store.pages.changed(first.id))
    }
    return byPath([...existing, ...made])
  })
