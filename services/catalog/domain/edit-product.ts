import type { NewProduct, ProductEdit } from '@souk/contracts/catalog'
import { sanitised } from './description.ts'
import { newVariant } from './edit-variant.ts'
import { type Misfit, misfit } from './misfit.ts'
import { type Image, MAX_VARIANTS, type Product, type Variant } from './product.ts'
import { editSchedule } from './schedule.ts'
import { settleOptions } from './settle-options.ts'

type ProductDecision = { ok: true; product: Product } | Misfit

interface Made {
  newId: (prefix: string) => string
  slug: string
  now: string
}

/** A product as staff describe it; its categories and stock are settled when it is stored. */
export function newProduct(given: NewProduct, { newId, slug, now }: Made): ProductDecision {
  const { variants: described, ...fields } = given
  const variants: Variant[] = []
  for (const one of described) {
    const made = newVariant(one, newId('var'))
    if (!made.ok) return made
    variants.push(made.variant)
  }
  const blank = { ...blankProduct(newId('prod'), now), slug, version: 1 }
  return editProduct({ ...blank, variants }, fields)
}

export const blankProduct = (id: string, now: string): Product => ({
  id,
  slug: '',
  status: 'draft',
  version: 0,
  title: '',
  description: '',
  vendor: '',
  productType: '',
  tags: [],
  categories: [],
  images: [],
  options: [],
  attributes: {},
  variants: [],
  seo: { title: '', description: '' },
  publishAt: null,
  unpublishAt: null,
  createdAt: now,
  updatedAt: now,
})

/** A product with the fields given. Texts lose the spaces around them, as they do in files. */
export function editProduct(product: Product, edit: ProductEdit): ProductDecision {
  const settled = settleOptions(edit.options ?? product.options, product.variants)
  if (!settled.ok) return settled
  const scheduled = editSchedule(product, edit)
  if (!scheduled.ok) return scheduled
  const { status, publishAt, unpublishAt } = scheduled
  return {
    ok: true,
    product: {
      ...product,
      status,
      publishAt,
      unpublishAt,
      slug: edit.slug ?? product.slug,
      title: edit.title?.trim() ?? product.title,
      description: edit.description === undefined ? product.description : sanitised(edit.description),
      vendor: edit.vendor?.trim() ?? product.vendor,
      productType: edit.productType?.trim() ?? product.productType,
      tags: edit.tags ? [...new Set(edit.tags)] : product.tags,
      images: edit.images ? distinctImages(edit.images) : product.images,
      options: settled.options,
      attributes: edit.attributes ?? product.attributes,
      seo: edit.seo ? trimmedSeo(edit.seo) : product.seo,
    },
  }
}

/** Each address once, in order; a later mention describes it anew. */
export const distinctImages = (images: readonly Image[]): Image[] => [
  ...new Map(images.map(({ url, alt }) => [url, { url, alt: alt.trim() }])).values(),
]

const trimmedSeo = ({ title, description }: Product['seo']): Product['seo'] => ({
  title: title.trim(),
  description: description.trim(),
})

/** A product with these variants, and the options that follow from them. */
export function withVariants(product: Product, variants: Variant[]): ProductDecision {
  if (variants.length > MAX_VARIANTS)
    return misfit('too_many_variants', `a product has at most ${MAX_VARIANTS} variants`)
  // The one variant a product has may take other options; those listed hold for all but it.
  const listed = variants.length === 1 ? knownOptions(product, variants) : product.options
  const settled = settleOptions(listed, variants)
  return settled.ok ? { ok: true, product: { ...product, variants, options: settled.options } } : settled
}

function knownOptions({ options }: Product, [only]: Variant[]): Product['options'] {
  const names = Object.keys(only?.options ?? {})
  const isSame = options.length === names.length && options.every(({ name }) => names.includes(name))
  return isSame ? options : []
}
