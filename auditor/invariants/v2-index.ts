import { isDeepStrictEqual } from 'node:util'
import type { Invariant } from '../invariant.ts'
import { indexedIn, type Listed, listedIn, staleIn } from '../store/search.ts'

export const index: Invariant = {
  id: 'V2',
  title: 'The search index has what is for sale, all of it and nothing else, at its price',
  async wholeShop({ snapshots, patience, isUnderWay }, { looked, offends }) {
    const search = snapshots.of('search')
    const [source, indexed, stale] = await Promise.all([
      listedIn(snapshots.of('catalog')),
      indexedIn(search),
      staleIn(search),
    ])
    const copies = new Map(indexed.map((one) => [one.productId, one]))
    const ids = new Set([...source.map(({ productId }) => productId), ...copies.keys()])
    looked(ids.size)
    const byId = new Map(source.map((one) => [one.productId, one]))
    for (const id of ids) {
      const says = difference(byId.get(id), copies.get(id))
      const isOnItsWay = isUnderWay(id) || (stale.has(id) && !patience.isStrict)
      if (says && !isOnItsWay) offends({ id, about: id, says: `Product ${id} ${says}.` })
    }
  },
}

function difference(real: Listed | undefined, copy: Listed | undefined): string | undefined {
  if (!real) return 'is found and not for sale'
  if (!copy) return 'is for sale and not found'
  if (real.version !== copy.version) return `is found at version ${copy.version} and is at ${real.version}`
  return isDeepStrictEqual(real.prices, copy.prices)
    ? undefined
    : `is found at ${JSON.stringify(copy.prices)} and costs ${JSON.stringify(real.prices)}`
}
