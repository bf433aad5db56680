import {
  listCategories,
  listCollectionProducts,
  listCollections,
  listProducts,
  showCategory,
  showCollection,
  showProduct,
} from '@souk/contracts/catalog'
import { GraphQLID, GraphQLString } from 'graphql'
import { type Area, connection, list, one } from '../area.ts'

const byIdOrSlug = {
  args: { id: { type: GraphQLID }, slug: { type: GraphQLString } },
  toInput: ({ id, slug }: Record<string, unknown>) => ({ idOrSlug: id ?? slug }),
}

export const catalog: Area = {
  queries: {
    product: one(showProduct, {
      type: 'Product',
      args: { ...byIdOrSlug.args, currency: { type: GraphQLString } },
      toInput: ({ currency, ...named }) => ({ ...byIdOrSlug.toInput(named), currency }),
    }),
    products: connection(listProducts, { type: 'Product' }),
    category: one(showCategory, { ...byIdOrSlug, type: 'CategoryPage' }),
    categories: list(listCategories, { type: 'Category' }),
    collection: one(showCollection, { ...byIdOrSlug, type: 'Collection' }),
    collections: connection(listCollections, { type: 'Collection' }),
    collectionProducts: connection(listCollectionProducts, {
      ...{ type: 'Product', list: 'CollectionProduct', named: { idOrSlug: 'collection' } },
    }),
  },
}
