/** The part of JSON Schema that contracts are made of. */
export interface Schema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  items?: Schema
  pattern?: string
  default?: unknown
  [bound: string]: unknown
}

/** What a value must at least, or at most, be: a reader with a tighter one refuses what was fine before. */
export const LEAST = ['minLength', 'minItems', 'minimum', 'exclusiveMinimum']
export const MOST = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum']

const UNDERSTOOD = new Set([
  ...['type', 'const', 'enum', 'anyOf', 'oneOf', 'allOf', '$ref', '$defs'],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'pattern', 'default'],
  ...LEAST,
  ...MOST,
  // Beside a format stands its pattern, which is what is checked; the others are for people.
  ...['format', 'title', 'description'],
])
const HOLDS_CHOICES = new Set(['anyOf', 'oneOf', 'default', '$defs', 'title', 'description'])
const HOLDS_PATTERNS = new Set(['pattern', 'format'])

/** Throws where a keyword would be passed over: what cannot be judged must not be called compatible. */
export function understood(schema: Schema): Schema {
  const strange = Object.keys(schema).find((key) => !UNDERSTOOD.has(key))
  if (strange)
    throw new Error(`cannot judge the JSON Schema keyword ${strange}: teach tools/compatibility about it`)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices && Object.keys(schema).some((key) => !HOLDS_CHOICES.has(key)))
    throw new Error('cannot judge a union with more beside it than a default')
  if (schema.allOf?.some((part) => Object.keys(part).some((key) => !HOLDS_PATTERNS.has(key))))
    throw new Error('cannot judge an intersection of more than patterns')
  return schema
}

/** Every form a text must have. */
export const patternsOf = ({ pattern, allOf = [] }: Schema): string[] =>
  [pattern, ...allOf.map((part) => part.pattern)].filter((one) => one !== undefined)

/** What a value of this schema may be, one after the other: members of unions, types, and single values. */
export function choicesOf(schema: Schema): Schema[] {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices
  const { type, enum: values, ...rest } = schema
  if (values) return values.map((value) => ({ const: value }))
  return Array.isArray(type) ? type.map((one) => ({ ...rest, type: one })) : [schema]
}

export const isAnything = (schema: Schema): boolean =>
  Object.keys(schema).every((key) => ['default', '$defs', 'title', 'description'].includes(key))
