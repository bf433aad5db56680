import { type Refusal, refuse } from '@souk/kit/contract'
import { type Category, moveBelow, nameKeyOf } from '../domain/category.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

type Refused = Refusal<
  'slug_taken' | 'name_taken' | 'category_cycle' | 'category_too_deep' | 'unknown_category'
>

/** A category where it wants to be, `height` levels high, if nothing is in its way. The tree is locked. */
export async function placeCategory(
  wanted: Category,
  height: number,
  store: CatalogStore,
): Promise<Category | Refused> {
  const parent = wanted.parentId === null ? undefined : await store.findCategory(wanted.parentId)
  if (wanted.parentId !== null && !parent)
    return refuse('unknown_category', { detail: `There is no category ${wanted.parentId}.` })
  const moved = moveBelow(wanted.id, parent, height)
  if (!moved.ok) return refuse(moved.code)
  const { id, slug, name, parentId } = wanted
  const others = await store.findCategoriesNamed({ id, slug, parentId, nameKey: nameKeyOf(name) })
  if (others.some((one) => one.slug === slug))
    return refuse('slug_taken', { detail: `The slug ${slug} is taken.` })
  if (others.length > 0) return refuse('name_taken', { detail: `There is a “${name}” already.` })
  return { ...wanted, path: moved.path }
}
