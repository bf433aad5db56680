import type { showCategory as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import type { Page } from '../store/page-cache.ts'
import { render } from './render.ts'

export const showCategory: Query<typeof contract, CatalogStore> = async ({ idOrSlug }, { store }) => {
  const { lists } = store.pages
  const key = `category ${idOrSlug}`
  const page = lists.get(key) ?? (await lists.load(key, () => renderCategory(idOrSlug, store)))
  return page ?? refuse('not_found', { detail: `There is no category ${idOrSlug}.` })
}

async function renderCategory(idOrSlug: string, store: CatalogStore): Promise<Page | undefined> {
  const id = await store.findCategoryId(idOrSlug)
  if (id === undefined) return undefined
  const [branches, children] = await Promise.all([store.findBranches([id]), store.listChildren(id)])
  const breadcrumbs = branches.get(id)
  const category = breadcrumbs?.at(-1)
  return category && render({ ...category, breadcrumbs, children })
}
