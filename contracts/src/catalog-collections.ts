import { call, nothing, page, pageQuery, text, timestamp, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { ImageUrl, Label, Product } from './catalog-values.ts'
import { Currency, Money } from './money.ts'
import { CategoryId, Image, ProductId, Slug } from './values.ts'

const CollectionId = typeId('col')
const Labels = z.array(Label).min(1).max(100)
/** One for each currency it holds in; in other currencies no product passes. */
const Amounts = z.array(Money).min(1).max(20)
const not = z.boolean().optional()

/**
 * A category means everything below it too; `tag`, `vendor`, `product_type` and `attribute` ask for one of the values,
 * of an attribute that is a list for one in common; `attribute_range` for a number; a price is the cheapest variant’s.
 * `not` turns it round.
 */
const Rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('category'), categoryIds: z.array(CategoryId).min(1).max(100), not }),
  z.strictObject({ kind: z.literal('tag'), values: Labels, not }),
  z.strictObject({ kind: z.literal('vendor'), values: Labels, not }),
  z.strictObject({ kind: z.literal('product_type'), values: Labels, not }),
  z.strictObject({ kind: z.literal('attribute'), key: Label, values: Labels, not }),
  z.strictObject({
    kind: z.literal('attribute_range'),
    key: Label,
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    not,
  }),
  z.strictObject({ kind: z.literal('price'), atLeast: Amounts.optional(), atMost: Amounts.optional(), not }),
])
export type Rule = z.infer<typeof Rule>

/** Holds when one of its rules does. */
const Condition = z.strictObject({ anyOf: z.array(Rule).min(1).max(10) })

/** Named one by one, in this order; or whatever all conditions hold for, in an order of its own. */
const Members = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manual'), productIds: z.array(ProductId).max(1_000) }),
  z.strictObject({
    kind: z.literal('automatic'),
    conditions: z.array(Condition).min(1).max(10),
    sort: z.enum(['newest', 'price', '-price', 'title']),
  }),
])
export type Members = z.infer<typeof Members>

const fields = {
  title: Label,
  slug: Slug,
  description: text(5_000, 0),
  image: z.strictObject({ url: ImageUrl, alt: Image.shape.alt }).nullable(),
  status: z.enum(['draft', 'published']),
  members: Members,
}

export const StaffCollection = z.strictObject({
  id: CollectionId,
  version: z.int(),
  ...fields,
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type StaffCollection = z.infer<typeof StaffCollection>

export const Collection = z.strictObject({
  id: CollectionId,
  slug: Slug,
  title: z.string(),
  description: z.string(),
  image: Image.nullable(),
})
export type Collection = z.infer<typeof Collection>

const invalidCursor = {
  invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' },
} as const
const refusals = {
  slug_taken: { status: 409, title: 'Another collection has this slug.' },
  unknown_product: { status: 422, title: 'There is no such product.' },
  unknown_category: { status: 422, title: 'There is no such category.' },
} as const
const collectionPath = z.strictObject({ id: CollectionId })

export const listCollections = call('catalog.list-collections', 'GET /store/v1/collections', {
  summary: 'Published collections, newest first.',
  access: 'anyone',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Collection) },
  refusals: invalidCursor,
  caching: 'revalidate',
})

export const showCollection = call('catalog.show-collection', 'GET /store/v1/collections/{idOrSlug}', {
  summary: 'One published collection, by id or slug.',
  access: 'anyone',
  params: z.strictObject({ idOrSlug: text(255) }),
  answers: { 200: Collection },
  caching: 'revalidate',
})

export const listCollectionProducts = call(
  'catalog.list-collection-products',
  'GET /store/v1/collections/{idOrSlug}/products',
  {
    summary: 'Its published products, a page at a time; in its own order unless another is asked for.',
    access: 'anyone',
    params: z.strictObject({ idOrSlug: text(255) }),
    query: z.strictObject({
      ...pageQuery,
      sort: z.enum(['relevance', 'newest', 'price', '-price', 'title']).default('relevance'),
      currency: Currency.optional(),
    }),
    answers: { 200: page(Product) },
    refusals: invalidCursor,
    caching: 'revalidate',
  },
)

export const listStaffCollections = call('catalog.list-staff-collections', 'GET /admin/v1/collections', {
  summary: 'All collections, drafts too, newest first.',
  access: 'staff:products:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(StaffCollection) },
  refusals: invalidCursor,
})

export const showStaffCollection = call('catalog.show-staff-collection', 'GET /admin/v1/collections/{id}', {
  summary: 'One collection with what decides who is in it.',
  access: 'staff:products:read',
  params: collectionPath,
  answers: { 200: StaffCollection },
})

export const createCollection = call('catalog.create-collection', 'POST /admin/v1/collections', {
  summary: 'Adds a collection, a draft unless told otherwise, and gathers its products.',
  access: 'staff:products:write',
  body: z.strictObject({
    title: fields.title,
    slug: fields.slug.optional(),
    description: fields.description.default(''),
    image: fields.image.default(null),
    status: fields.status.default('draft'),
    members: fields.members,
  }),
  answers: { 201: StaffCollection },
  refusals,
  idempotency: 'accepted',
})

export const editCollection = call('catalog.edit-collection', 'PATCH /admin/v1/collections/{id}', {
  summary: 'Changes the fields given; other members are gathered at once.',
  access: 'staff:products:write',
  params: collectionPath,
  body: z.strictObject(fields).partial(),
  answers: { 200: StaffCollection },
  refusals,
})

export const deleteCollection = call('catalog.delete-collection', 'DELETE /admin/v1/collections/{id}', {
  summary: 'Removes a collection; its products stay.',
  access: 'staff:products:write',
  params: collectionPath,
  answers: { 204: nothing },
})
