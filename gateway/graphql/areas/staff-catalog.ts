import {
  addImage,
  createProduct,
  createVariant,
  deleteProduct,
  deleteVariant,
  editProduct,
  editVariant,
  listStaffProducts,
  publishProduct,
  removeImage,
  replaceImages,
  showStaffProduct,
  unpublishProduct,
} from '@souk/contracts/catalog'
import { type Area, change, connection, one } from '../area.ts'

const named = { id: 'productId' }
const ofProduct = { named, gives: 'product' }

export const staffCatalog: Area = {
  queries: {
    staffProduct: one(showStaffProduct, { type: 'StaffProduct' }),
    staffProducts: connection(listStaffProducts, { type: 'StaffProduct' }),
  },
  mutations: {
    productCreate: change(createProduct, { gives: 'product' }),
    productUpdate: change(editProduct, ofProduct),
    productDelete: change(deleteProduct, { named }),
    productPublish: change(publishProduct, ofProduct),
    productUnpublish: change(unpublishProduct, ofProduct),
    productImageAdd: change(addImage, ofProduct),
    productImageRemove: change(removeImage, ofProduct),
    productImagesReplace: change(replaceImages, ofProduct),
    variantCreate: change(createVariant, ofProduct),
    variantUpdate: change(editVariant, ofProduct),
    variantDelete: change(deleteVariant, ofProduct),
  },
}
