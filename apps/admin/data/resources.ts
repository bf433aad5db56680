/** Where the records of a resource are, and what of them may be written. */
export interface Place {
  readonly path: string
  /** The field that tells records apart, where it is not `id`. */
  readonly key?: string
  /** Answered whole: takes neither `limit` nor `cursor`. */
  readonly isShort?: boolean
  /** Has no page of its own: one record is found in the list. */
  readonly isOnlyListed?: boolean
  readonly edits: readonly string[]
  /** What forms ask for beside what the API answers. */
  readonly derive?: (answer: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

const PRODUCT_FIELDS = [
  ...['title', 'slug', 'description', 'vendor', 'productType', 'tags', 'categoryIds', 'images'],
  ...['options', 'attributes', 'seo', 'status', 'publishAt', 'unpublishAt'],
]
const PROMOTION_FIELDS = [
  ...['title', 'isActive', 'priority', 'startsAt', 'endsAt', 'conditions', 'action'],
  ...['combinesWith', 'isLast', 'requiresCode', 'limits'],
]

const PLACES: Readonly<Record<string, Place>> = {
  products: { path: '/admin/v1/products', edits: PRODUCT_FIELDS, derive: withCategoryIds },
  categories: { path: '/admin/v1/categories', edits: ['name', 'slug', 'parentId', 'position'] },
  orders: { path: '/admin/v1/orders', edits: [] },
  customers: { path: '/admin/v1/customers', edits: [] },
  inventory: { path: '/admin/v1/inventory', key: 'sku', edits: [] },
  promotions: { path: '/admin/v1/promotions', edits: PROMOTION_FIELDS },
  'shipping-options': {
    path: '/admin/v1/shipping-options',
    edits: ['name', 'carrier', 'rates', 'kind', 'pickupPoints', 'carrierRate', 'isActive'],
  },
  'shipping-zones': {
    path: '/admin/v1/shipping-zones',
    isShort: true,
    edits: ['name', 'countries', 'areas', 'timeZone', 'cutOff', 'holidays'],
  },
  'tax-rates': {
    path: '/admin/v1/tax-rates',
    isOnlyListed: true,
    edits: ['country', 'region', 'postalCode', 'taxClass', 'name', 'rate', 'priority'],
  },
  staff: { path: '/admin/v1/staff', edits: ['name', 'roleIds', 'extraScopes'], derive: withRoleIds },
  roles: { path: '/admin/v1/roles', edits: ['name', 'scopes'] },
  'audit-log': { path: '/admin/v1/audit-log', isOnlyListed: true, edits: [] },
}

/** The place of a resource; asking for one there is not is a mistake of ours. */
export function placeOf(resource: string): Place {
  const place = PLACES[resource]
  if (!place) throw new Error(`there is no resource ${resource}`)
  return place
}

const idsOf = (refs: unknown) => (Array.isArray(refs) ? refs.map((ref: { id: string }) => ref.id) : [])

function withCategoryIds({ categories }: Readonly<Record<string, unknown>>) {
  return { categoryIds: idsOf(categories) }
}

function withRoleIds({ roles }: Readonly<Record<string, unknown>>) {
  return { roleIds: idsOf(roles) }
}
