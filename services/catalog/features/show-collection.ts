import type { showCollection as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { toShopCollection } from '../domain/collection.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { render } from './render.ts'

export const showCollection: Query<typeof contract, CatalogStore> = async ({ idOrSlug }, { store }) => {
  const { lists } = store.pages
  const key = `collection ${idOrSlug}`
  const make = async () => {
    const collection = await store.findPublishedCollection(idOrSlug)
    return collection && render(toShopCollection(collection))
  }
  const page = lists.get(key) ?? (await lists.load(key, make))
  return page ?? refuse('not_found', { detail: `There is no collection ${idOrSlug}.` })
}
