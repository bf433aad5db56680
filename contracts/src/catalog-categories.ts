import { call, event, nothing, page, pageQuery, text } from '@souk/kit/contract'
import { z } from 'zod'
import { CategoryPage, Label } from './catalog-values.ts'
import { CategoryId, Slug } from './values.ts'

/** `path` are the ids from the root down to the category itself. */
export const StaffCategory = z.strictObject({
  id: CategoryId,
  version: z.int(),
  slug: Slug,
  name: z.string(),
  parentId: CategoryId.nullable(),
  position: z.int(),
  path: z.array(CategoryId),
})
export type StaffCategory = z.infer<typeof StaffCategory>

const categoryFields = {
  name: Label,
  slug: Slug,
  parentId: CategoryId.nullable(),
  position: z.int().min(0).max(1_000_000),
}

const categoryRefusals = {
  slug_taken: { status: 409, title: 'Another category has this slug.' },
  name_taken: { status: 409, title: 'Another category beside it has this name.' },
  category_cycle: { status: 409, title: 'A category cannot be moved below itself.' },
  category_too_deep: { status: 422, title: 'Categories nest ten levels deep at most.' },
  unknown_category: { status: 422, title: 'There is no such parent category.' },
} as const

const categoryPath = z.strictObject({ id: CategoryId })

export const listStaffCategories = call('catalog.list-staff-categories', 'GET /admin/v1/categories', {
  summary: 'All categories, flat, in the order they were made.',
  access: 'staff:products:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(StaffCategory) },
  refusals: { invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' } },
})

export const showStaffCategory = call('catalog.show-staff-category', 'GET /admin/v1/categories/{id}', {
  summary: 'One category.',
  access: 'staff:products:read',
  params: categoryPath,
  answers: { 200: StaffCategory },
})

export const createCategory = call('catalog.create-category', 'POST /admin/v1/categories', {
  summary: 'Adds a category, last among its siblings unless a position is given.',
  access: 'staff:products:write',
  body: z.strictObject({
    name: categoryFields.name,
    slug: categoryFields.slug.optional(),
    parentId: categoryFields.parentId.default(null),
    position: categoryFields.position.optional(),
  }),
  answers: { 201: StaffCategory },
  refusals: categoryRefusals,
  idempotency: 'accepted',
})

export const editCategory = call('catalog.edit-category', 'PATCH /admin/v1/categories/{id}', {
  summary: 'Renames a category or moves it with everything below.',
  access: 'staff:products:write',
  params: categoryPath,
  body: z.strictObject(categoryFields).partial(),
  answers: { 200: StaffCategory },
  refusals: categoryRefusals,
})

export const deleteCategory = call('catalog.delete-category', 'DELETE /admin/v1/categories/{id}', {
  summary: 'Removes an empty branch: products stay, without it.',
  access: 'staff:products:write',
  params: categoryPath,
  answers: { 204: nothing },
  refusals: {
    category_has_children: { status: 409, title: 'There are categories below it.' },
  },
})

export const showCategory = call('catalog.show-category', 'GET /store/v1/categories/{idOrSlug}', {
  summary: 'One category, by id or slug, with the way to it.',
  access: 'anyone',
  params: z.strictObject({ idOrSlug: text(255) }),
  answers: { 200: CategoryPage },
  caching: 'revalidate',
})

/** `path` are the ids from the root down to the category itself. */
export const categoryMoved = event(
  'catalog.category-moved.v1',
  'A category is somewhere else in the tree, with everything below it.',
  z.strictObject({
    categoryId: CategoryId,
    slug: Slug,
    name: z.string(),
    parentId: CategoryId.nullable(),
    path: z.array(CategoryId),
    version: z.int(),
  }),
  'categoryId',
)
