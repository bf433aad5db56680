import { call, nothing, page, pageQuery, text, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Label } from './catalog-values.ts'

const AttributeId = typeId('attr')
/** BCP 47: `de`, `pt-BR`. */
const Locale = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)

/** Lists are written with commas between their values, so no value has one. */
const Values = z
  .array(Label.regex(/^[^,\\]+$/))
  .min(1)
  .max(500)

/**
 * What a value looks like as text: `12.5`, `true`, one of the values, `2026-11-23`, some of the values with `, `
 * between them. A unit is for people to read; values are without it.
 */
const AttributeType = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('number'), unit: text(40).optional() }),
  z.strictObject({ kind: z.literal('boolean') }),
  z.strictObject({ kind: z.literal('enum'), values: Values }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('enum_list'), values: Values }),
])
export type AttributeType = z.infer<typeof AttributeType>

const fields = {
  /** What it is called for shoppers, by locale; the key where none fits. */
  labels: z.record(Locale, Label),
  type: AttributeType,
  /** Only of products of these types; of every product, where none is named. */
  productTypes: z.array(Label).max(100),
  /** Nothing is for sale without it. */
  isRequired: z.boolean(),
  /** Whether searches are narrowed by it; a product follows when it is next written. */
  isFilterable: z.boolean(),
}

export const Attribute = z.strictObject({ id: AttributeId, key: Label, ...fields, version: z.int() })
export type Attribute = z.infer<typeof Attribute>

const invalidCursor = {
  invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' },
} as const
const attributePath = z.strictObject({ id: AttributeId })

export const listAttributes = call('catalog.list-attributes', 'GET /admin/v1/attributes', {
  summary: 'What is known of products’ attributes, in the order it was defined.',
  access: 'staff:products:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Attribute) },
  refusals: invalidCursor,
})

export const showAttribute = call('catalog.show-attribute', 'GET /admin/v1/attributes/{id}', {
  summary: 'What is known of one attribute.',
  access: 'staff:products:read',
  params: attributePath,
  answers: { 200: Attribute },
})

export const createAttribute = call('catalog.create-attribute', 'POST /admin/v1/attributes', {
  summary: 'Defines an attribute: from now on it is written with a value that fits; what is there stays.',
  access: 'staff:products:write',
  body: z.strictObject({
    key: Label,
    type: fields.type,
    labels: fields.labels.default({}),
    productTypes: fields.productTypes.default([]),
    isRequired: fields.isRequired.default(false),
    isFilterable: fields.isFilterable.default(false),
  }),
  answers: { 201: Attribute },
  refusals: { key_taken: { status: 409, title: 'This key is defined already.' } },
  idempotency: 'accepted',
})

export const editAttribute = call('catalog.edit-attribute', 'PATCH /admin/v1/attributes/{id}', {
  summary: 'Changes the fields given; values products have already stay until they are written again.',
  access: 'staff:products:write',
  params: attributePath,
  body: z.strictObject(fields).partial(),
  answers: { 200: Attribute },
})

export const deleteAttribute = call('catalog.delete-attribute', 'DELETE /admin/v1/attributes/{id}', {
  summary: 'Forgets a definition: its key is free text again, and products keep their values.',
  access: 'staff:products:write',
  params: attributePath,
  answers: { 204: nothing },
})
