import type { StaffCategory } from '@souk/contracts/catalog'

export interface Branch extends StaffCategory {
  readonly children: readonly Branch[]
}

/** Flat categories as the tree they are, in the order shoppers see; those whose parent is gone stand at the root. */
export function treeOf(categories: readonly StaffCategory[]): Branch[] {
  const ids = new Set(categories.map(({ id }) => id))
  const below = (parentId: string | null): Branch[] =>
    categories
      .filter((one) => (one.parentId !== null && ids.has(one.parentId) ? one.parentId : null) === parentId)
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
      .map((one) => ({ ...one, children: below(one.id) }))
  return below(null)
}

/** Where a category may be moved to: anywhere but below itself. */
export const parentsFor = (categories: readonly StaffCategory[], id: string): StaffCategory[] =>
  categories.filter(({ path }) => !path.includes(id))
