import { type Category, nameKeyOf } from './category.ts'
import { slugCandidates, slugify } from './slug.ts'

/** Names from the root down, as one text; the same for paths that lead to the same category. */
export const pathKeyOf = (names: readonly string[]): string => JSON.stringify(names.map(nameKeyOf))

/** Every category by its path of names. */
export function byPath(categories: readonly Category[]): Map<string, Category> {
  const byId = new Map(categories.map((category) => [category.id, category]))
  return new Map(
    categories.map((category) => [pathKeyOf(category.path.map((id) => byId.get(id)?.name ?? '')), category]),
  )
}

/**
 * The categories missing for these paths of names, parents first, each last among its siblings. A slug is made
 * of the name; where taken, of the parent's slug and the name, then with a number behind.
 */
export function missingCategories(
  paths: readonly (readonly string[])[],
  existing: readonly Category[],
  newId: () => string,
): Category[] {
  const known = byPath(existing)
  const slugs = new Set(existing.map(({ slug }) => slug))
  const children = new Map<string | null, number>()
  for (const { parentId, position } of existing) {
    children.set(parentId, Math.max(children.get(parentId) ?? 0, position + 1))
  }
  const missing: Category[] = []
  for (const path of paths) {
    path.forEach((name, depth) => {
      const key = pathKeyOf(path.slice(0, depth + 1))
      if (known.has(key)) return
      const parent = known.get(pathKeyOf(path.slice(0, depth)))
      const made = newCategory(name, parent, { id: newId(), slugs, children })
      known.set(key, made)
      missing.push(made)
    })
  }
  return missing
}

function newCategory(
  name: string,
  parent: Category | undefined,
  { id, slugs, children }: { id: string; slugs: Set<string>; children: Map<string | null, number> },
): Category {
  const own = slugify(name)
  const below = parent ? slugify(`${parent.slug}-${own}`) : own
  const slug = [own, ...slugCandidates(below)].find((one) => !slugs.has(one)) ?? `${below}-${id.slice(-8)}`
  slugs.add(slug)
  const parentId = parent?.id ?? null
  const position = children.get(parentId) ?? 0
  children.set(parentId, position + 1)
  return { id, version: 1, slug, name, parentId, position, path: [...(parent?.path ?? []), id] }
}
