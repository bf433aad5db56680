import {
  createAttribute,
  createCategory,
  createCollection,
  deleteAttribute,
  deleteCategory,
  deleteCollection,
  editAttribute,
  editCategory,
  editCollection,
  listAttributes,
  listStaffCategories,
  listStaffCollections,
  showAttribute,
  showStaffCategory,
  showStaffCollection,
} from '@souk/contracts/catalog'
import { type Area, change, connection, one } from '../area.ts'

const byCategory = { named: { id: 'categoryId' } }
const byCollection = { named: { id: 'collectionId' } }
const byAttribute = { named: { id: 'attributeId' } }

/** How products are told apart and put together. */
export const staffAssortment: Area = {
  queries: {
    staffCategory: one(showStaffCategory, { type: 'StaffCategory' }),
    staffCategories: connection(listStaffCategories, { type: 'StaffCategory' }),
    staffCollection: one(showStaffCollection, { type: 'StaffCollection' }),
    staffCollections: connection(listStaffCollections, { type: 'StaffCollection' }),
    attribute: one(showAttribute, { type: 'Attribute' }),
    attributes: connection(listAttributes, { type: 'Attribute' }),
  },
  mutations: {
    categoryCreate: change(createCategory, { gives: 'category' }),
    categoryUpdate: change(editCategory, { ...byCategory, gives: 'category' }),
    categoryDelete: change(deleteCategory, byCategory),
    collectionCreate: change(createCollection, { gives: 'collection' }),
    collectionUpdate: change(editCollection, { ...byCollection, gives: 'collection' }),
    collectionDelete: change(deleteCollection, byCollection),
    attributeCreate: change(createAttribute, { gives: 'attribute' }),
    attributeUpdate: change(editAttribute, { ...byAttribute, gives: 'attribute' }),
    attributeDelete: change(deleteAttribute, byAttribute),
  },
}
