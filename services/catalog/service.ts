import * as contract from '@souk/contracts/catalog'
import { customerErasure } from '@souk/contracts/erasure'
import { availabilityChanged } from '@souk/contracts/inventory'
import { minutes, seconds } from '@souk/kit/runtime'
import {
  conducts,
  does,
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import { addImage } from './features/add-image.ts'
import { applySchedules } from './features/apply-schedules.ts'
import { createAttribute } from './features/create-attribute.ts'
import { createCategory } from './features/create-category.ts'
import { createCollection } from './features/create-collection.ts'
import { createPriceList } from './features/create-price-list.ts'
import { createProduct } from './features/create-product.ts'
import { createVariant } from './features/create-variant.ts'
import { deleteAttribute } from './features/delete-attribute.ts'
import { deleteCategory } from './features/delete-category.ts'
import { deleteCollection } from './features/delete-collection.ts'
import { deletePriceList } from './features/delete-price-list.ts'
import { deleteProduct } from './features/delete-product.ts'
import { deleteVariant } from './features/delete-variant.ts'
import { editAttribute } from './features/edit-attribute.ts'
import { editCategory } from './features/edit-category.ts'
import { editCollection } from './features/edit-collection.ts'
import { editPriceList } from './features/edit-price-list.ts'
import { editProduct } from './features/edit-product.ts'
import { editVariant } from './features/edit-variant.ts'
import { exportProducts } from './features/export-products.ts'
import { importProducts } from './features/import-products.ts'
import { listAttributes } from './features/list-attributes.ts'
import { listCategories } from './features/list-categories.ts'
import { listCollectionProducts } from './features/list-collection-products.ts'
import { listCollections } from './features/list-collections.ts'
import { listListPrices } from './features/list-list-prices.ts'
import { listPriceLists } from './features/list-price-lists.ts'
import { listProductIds } from './features/list-product-ids.ts'
import { listProducts } from './features/list-products.ts'
import { listStaffCategories } from './features/list-staff-categories.ts'
import { listStaffCollections } from './features/list-staff-collections.ts'
import { listStaffProducts } from './features/list-staff-products.ts'
import { noteAvailability } from './features/note-availability.ts'
import { publishProduct } from './features/publish-product.ts'
import { removeImage } from './features/remove-image.ts'
import { removeListPrices } from './features/remove-list-prices.ts'
import { removeUnshownImages } from './features/remove-unshown-images.ts'
import { replaceImages } from './features/replace-images.ts'
import { setListPrices } from './features/set-list-prices.ts'
import { showAttribute } from './features/show-attribute.ts'
import { showCategory } from './features/show-category.ts'
import { showCollection } from './features/show-collection.ts'
import { showImage } from './features/show-image.ts'
import { showPriceList } from './features/show-price-list.ts'
import { showProduct } from './features/show-product.ts'
import { showStaffCategory } from './features/show-staff-category.ts'
import { showStaffCollection } from './features/show-staff-collection.ts'
import { showStaffProduct } from './features/show-staff-product.ts'
import { showVariants } from './features/show-variants.ts'
import { showWholeProducts } from './features/show-whole-products.ts'
import { TOUCH_LISTED, touchListed } from './features/touch-listed.ts'
import { unpublishProduct } from './features/unpublish-product.ts'
import { uploadImage } from './features/upload-image.ts'
import { folderImages } from './providers/folder-images.ts'
import { imageEncoder } from './providers/image-encoder.ts'
import { type ImagePlace, imagePlaceFrom } from './providers/image-place.ts'
import { s3Images } from './providers/s3-images.ts'
import { type CatalogStore, catalogStore } from './store/catalog-store.ts'
import { AVAILABILITY_CHANGED, CHANGED, shopPages } from './store/shop-pages.ts'

interface CatalogParts {
  /** Where uploaded images are kept. */
  readonly images?: ImagePlace
  /** The shop's currency: what prices are shown and imported in when nobody says. */
  readonly currency?: string
  /** Most memory finished pages may take. */
  readonly cacheBytes?: number
}

const CACHE_BYTES = 64 * 1_024 * 1_024
const IMAGES = imagePlaceFrom('.souk/images')

/** Each value has its own pages in memory; one instance of the service, one value. */
export function catalog({
  currency = 'EUR',
  cacheBytes = CACHE_BYTES,
  images: place = IMAGES,
}: CatalogParts = {}): ServiceDefinition {
  const pages = shopPages(cacheBytes)
  const files = place.kind === 's3' ? s3Images(place.bucket) : folderImages(place.folder)
  return service<CatalogStore>({
    name: 'catalog',
    migrations: migrationsBeside(import.meta.url),
    store: catalogStore(pages),
    answers: [
      shows(contract.listProducts, listProducts(currency)),
      shows(contract.showProduct, showProduct(currency)),
      shows(contract.listCategories, listCategories),
      shows(contract.showCategory, showCategory),
      shows(contract.listCollections, listCollections),
      shows(contract.showCollection, showCollection),
      shows(contract.listCollectionProducts, listCollectionProducts(currency)),
      shows(contract.showVariants, showVariants),
      shows(contract.showWholeProducts, showWholeProducts),
      shows(contract.listProductIds, listProductIds),
      shows(contract.listStaffProducts, listStaffProducts),
      shows(contract.showStaffProduct, showStaffProduct),
      conducts(contract.createProduct, createProduct),
      does(contract.editProduct, editProduct),
      does(contract.deleteProduct, deleteProduct),
      does(contract.publishProduct, publishProduct),
      does(contract.unpublishProduct, unpublishProduct),
      conducts(contract.createVariant, createVariant),
      conducts(contract.editVariant, editVariant),
      does(contract.deleteVariant, deleteVariant),
      does(contract.replaceImages, replaceImages),
      does(contract.addImage, addImage),
      does(contract.removeImage, removeImage),
      conducts(contract.uploadImage, uploadImage({ encoder: imageEncoder(), files })),
      shows(contract.showImage, showImage(files)),
      shows(contract.listStaffCategories, listStaffCategories),
      shows(contract.showStaffCategory, showStaffCategory),
      does(contract.createCategory, createCategory),
      does(contract.editCategory, editCategory),
      does(contract.deleteCategory, deleteCategory),
      shows(contract.listAttributes, listAttributes),
      shows(contract.showAttribute, showAttribute),
      does(contract.createAttribute, createAttribute),
      does(contract.editAttribute, editAttribute),
      does(contract.deleteAttribute, deleteAttribute),
      shows(contract.listStaffCollections, listStaffCollections),
      shows(contract.showStaffCollection, showStaffCollection),
      does(contract.createCollection, createCollection),
      does(contract.editCollection, editCollection),
      does(contract.deleteCollection, deleteCollection),
      shows(contract.listPriceLists, listPriceLists),
      shows(contract.showPriceList, showPriceList),
      does(contract.createPriceList, createPriceList),
      does(contract.editPriceList, editPriceList),
      does(contract.deletePriceList, deletePriceList),
      shows(contract.listListPrices, listListPrices),
      does(contract.setListPrices, setListPrices),
      does(contract.removeListPrices, removeListPrices),
      conducts(contract.importProducts, importProducts(currency)),
      shows(contract.exportProducts, exportProducts(currency)),
    ],
    hears: [on(availabilityChanged, noteAvailability), forgets(customerErasure)],
    announces: [
      contract.productPublished,
      contract.productChanged,
      contract.productUnpublished,
      contract.productDeleted,
      contract.categoryChanged,
      contract.categoryMoved,
    ],
    repeats: [
      every(seconds(5), 'apply-schedules', applySchedules),
      every(minutes(30), 'remove-unshown-images', removeUnshownImages(files)),
      every(seconds(5), TOUCH_LISTED, touchListed),
    ],
    listens: [
      { channel: CHANGED, heard: pages.changed, missed: pages.clear },
      { channel: AVAILABILITY_CHANGED, heard: pages.availabilityChanged, missed: pages.clear },
    ],
  })
}
