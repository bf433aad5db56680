import type { createAttribute as contract } from '@souk/contracts/catalog'
import { answer, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { distinctValues } from '../domain/attributes.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const createAttribute: Feature<typeof contract, CatalogStore> = async (given, { store, ids }) => {
  const attribute = { ...given, type: distinctValues(given.type), id: ids.next('attr'), version: 1 }
  const isAdded = await store.addAttribute(attribute)
  return isAdded
    ? answer(201, attribute)
    : refuse('key_taken', { detail: `“${given.key}” is defined already: change that definition.` })
}
