import * as contract from '@souk/contracts/catalog'
import { availabilityChanged } from '@souk/contracts/inventory'
import {
  conducts,
  does,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import { addImage } from './features/add-image.ts'
import { createCategory } from './features/create-category.ts'
import { createProduct } from './features/create-product.ts'
import { createVariant } from './features/create-variant.ts'
import { deleteCategory } from './features/delete-category.ts'
import { deleteProduct } from './features/delete-product.ts'
import { deleteVariant } from './features/delete-variant.ts'
import { editCategory } from './features/edit-category.ts'
import { editProduct } from './features/edit-product.ts'
import { editVariant } from './features/edit-variant.ts'
import { exportProducts } from './features/export-products.ts'
import { importProducts } from './features/import-products.ts'
import { listCategories } from './features/list-categories.ts'
import { listProducts } from './features/list-products.ts'
import { listStaffCategories } from './features/list-staff-categories.ts'
import { listStaffProducts } from './features/list-staff-products.ts'
import { noteAvailability } from './features/note-availability.ts'
import { publishProduct } from './features/publish-product.ts'
import { removeImage } from './features/remove-image.ts'
import { replaceImages } from './features/replace-images.ts'
import { showProduct } from './features/show-product.ts'
import { showStaffCategory } from './features/show-staff-category.ts'
import { showStaffProduct } from './features/show-staff-product.ts'
import { showVariants } from './features/show-variants.ts'
import { unpublishProduct } from './features/unpublish-product.ts'
import { type CatalogStore, catalogStore } from './store/catalog-store.ts'
import { AVAILABILITY_CHANGED, CHANGED, shopPages } from './store/shop-pages.ts'

interface CatalogParts {
  /** The shop's currency: what prices are shown and imported in when nobody says. */
  readonly currency?: string
  /** Most memory finished pages may take. */
  readonly cacheBytes?: number
}

const CACHE_BYTES = 64 * 1_024 * 1_024

/** Each value has its own pages in memory; one instance of the service, one value. */
export function catalog({
  currency = 'EUR',
  cacheBytes = CACHE_BYTES,
}: CatalogParts = {}): ServiceDefinition {
  const pages = shopPages(cacheBytes)
  return service<CatalogStore>({
    name: 'catalog',
    migrations: migrationsBeside(import.meta.url),
    store: catalogStore(pages),
    answers: [
      shows(contract.listProducts, listProducts(currency)),
      shows(contract.showProduct, showProduct(currency)),
      shows(contract.listCategories, listCategories),
      shows(contract.showVariants, showVariants),
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
      shows(contract.listStaffCategories, listStaffCategories),
      shows(contract.showStaffCategory, showStaffCategory),
      does(contract.createCategory, createCategory),
      does(contract.editCategory, editCategory),
      does(contract.deleteCategory, deleteCategory),
      conducts(contract.importProducts, importProducts(currency)),
      shows(contract.exportProducts, exportProducts(currency)),
    ],
    hears: [on(availabilityChanged, noteAvailability)],
    announces: [
      contract.productPublished,
      contract.productChanged,
      contract.productUnpublished,
      contract.productDeleted,
    ],
    listens: [
      { channel: CHANGED, heard: pages.changed, missed: pages.clear },
      { channel: AVAILABILITY_CHANGED, heard: pages.availabilityChanged, missed: pages.clear },
    ],
  })
}
