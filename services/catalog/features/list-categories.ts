import type { listCategories as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { toTree } from '../domain/category.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { render } from './render.ts'

const KEY = 'categories'

export const listCategories: Query<typeof contract, CatalogStore> = async (_input, { store }) => {
  const { lists } = store.pages
  const make = async () => render({ items: toTree(await store.listCategories()), nextCursor: null })
  return lists.get(KEY) ?? (await lists.load(KEY, make)) ?? refuse('not_found')
}
