import type { Category as ShopCategory } from '@souk/contracts/catalog'

export interface Category {
  id: string
  version: number
  slug: string
  name: string
  parentId: string | null
  position: number
  /** Ids from the root down to itself. */
  path: string[]
}

const MAX_DEPTH = 10

/** Siblings whose names differ only in letter case or Unicode form are one. */
export const nameKeyOf = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** The categories as a tree, siblings by position, then name. */
export function toTree(categories: readonly Category[]): ShopCategory[] {
  const below = Map.groupBy(
    categories.toSorted((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1)),
    ({ parentId }) => parentId,
  )
  const branch = (parentId: string | null): ShopCategory[] =>
    (below.get(parentId) ?? []).map(({ id, slug, name }) => ({ id, slug, name, children: branch(id) }))
  return branch(null)
}

export type Move = { ok: true; path: string[] } | { ok: false; code: 'category_cycle' | 'category_too_deep' }

/** The path of a category under another parent; `height` is how many levels it has, its own included. */
export function moveBelow(id: string, parent: Category | undefined, height: number): Move {
  const above = parent?.path ?? []
  if (above.includes(id)) return { ok: false, code: 'category_cycle' }
  if (above.length + height > MAX_DEPTH) return { ok: false, code: 'category_too_deep' }
  return { ok: true, path: [...above, id] }
}

/** The names from the root down to a category. */
export const namesOf = (category: Category, byId: ReadonlyMap<string, Category>): string[] =>
  category.path.map((id) => byId.get(id)?.name ?? '')
