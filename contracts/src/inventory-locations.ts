import { call, nothing, page, pageQuery, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Location } from './inventory.ts'
import { Country } from './values.ts'

const LocationAddress = z.strictObject({
  line1: text(200).optional(),
  line2: text(200).optional(),
  city: text(120).optional(),
  region: text(120).optional(),
  postalCode: text(20).optional(),
  country: Country,
})

const locationFields = {
  name: z.string().min(1).max(100),
  /** Goods are taken from the lowest first. */
  priority: z.int().min(0).max(1_000),
  /** Where goods are sent from, for a shop that sends from the nearest location. */
  address: LocationAddress.nullable(),
}

export const StockLocation = z.strictObject({
  location: Location,
  ...locationFields,
  /** A closed one takes no goods. */
  isActive: z.boolean(),
  version: z.int(),
})
export type StockLocation = z.infer<typeof StockLocation>

export const createLocation = call('inventory.create-location', 'POST /admin/v1/locations', {
  summary: 'One more place where stock is kept; its shelves open with their first adjustment.',
  access: 'staff:inventory:write',
  body: z.strictObject({
    location: Location,
    name: locationFields.name,
    priority: locationFields.priority.default(100),
    address: locationFields.address.default(null),
  }),
  answers: { 201: StockLocation },
  refusals: { location_taken: { status: 409, title: 'There is such a location already.' } },
  idempotency: 'accepted',
})

export const listLocations = call('inventory.list-locations', 'GET /admin/v1/locations', {
  summary: 'Where stock is kept.',
  access: 'staff:inventory:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(StockLocation) },
})

const byLocation = z.strictObject({ location: Location })
const inUse = {
  location_in_use: { status: 409, title: 'Goods are there, are promised from there or come there.' },
} as const

export const showLocation = call('inventory.show-location', 'GET /admin/v1/locations/{location}', {
  summary: 'One place where stock is kept.',
  access: 'staff:inventory:read',
  params: byLocation,
  answers: { 200: StockLocation },
})

export const changeLocation = call('inventory.change-location', 'PATCH /admin/v1/locations/{location}', {
  summary: 'Changes a place where stock is kept; one that is empty may be closed.',
  access: 'staff:inventory:write',
  params: byLocation,
  body: z.strictObject({
    name: locationFields.name.optional(),
    priority: locationFields.priority.optional(),
    address: locationFields.address.optional(),
    isActive: z.boolean().optional(),
  }),
  answers: { 200: StockLocation },
  refusals: inUse,
})

export const removeLocation = call('inventory.remove-location', 'DELETE /admin/v1/locations/{location}', {
  summary: 'Takes a place away where nothing was ever kept.',
  access: 'staff:inventory:write',
  params: byLocation,
  answers: { 204: nothing },
  refusals: inUse,
})

const settingFields = {
  /**
   * Which locations an order comes from: each line from the first that has all of it by priority, from the nearest to
   * its destination, or the whole order from as few as can be.
   */
  allocation: z.enum(['priority', 'nearest', 'fewest_parcels']),
}
const InventorySettings = z.strictObject({ ...settingFields, version: z.int() })

export const showInventorySettings = call(
  'inventory.show-inventory-settings',
  'GET /admin/v1/inventory-settings',
  {
    summary: 'How the shop chooses the locations an order comes from.',
    access: 'staff:inventory:read',
    answers: { 200: InventorySettings },
  },
)

export const changeInventorySettings = call(
  'inventory.change-inventory-settings',
  'PUT /admin/v1/inventory-settings',
  {
    summary: 'Says how the shop chooses the locations from the next order on.',
    access: 'staff:inventory:write',
    body: z.strictObject(settingFields),
    answers: { 200: InventorySettings },
  },
)
