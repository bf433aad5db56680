import { code } from './page.ts'

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  format?: string
  pattern?: string
}

/** A JSON Schema in a few words, for a cell of a table. */
export function describe(given: Record<string, unknown>): string {
  return words(given)
}

function words(schema: Schema): string {
  const branches = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (branches) return [...new Set(branches.map(words))].join(schema.allOf ? ' and ' : ' or ')
  if (schema.const !== undefined) return code(JSON.stringify(schema.const))
  if (schema.enum) return schema.enum.map((one) => code(JSON.stringify(one))).join(' or ')
  if (Array.isArray(schema.type)) return schema.type.join(' or ')
  if (schema.type === 'array') return `list of ${words(schema.items ?? {})}`
  if (schema.type === 'object') return object(schema)
  if (schema.type === 'string') return text(schema)
  return schema.type ?? 'anything'
}

function object({ properties, additionalProperties, required = [] }: Schema): string {
  if (properties) {
    const fields = Object.entries(properties).map(
      ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${words(schema)}`,
    )
    return `{ ${fields.join(', ')} }`
  }
  const values = typeof additionalProperties === 'object' ? words(additionalProperties) : 'anything'
  return `{ any name: ${values} }`
}

/** An id tells its prefix, a time or an address its format; other patterns are in the contract. */
function text({ format, pattern = '' }: Schema): string {
  const id = /^\^([a-z]+)_/.exec(pattern)?.[1]
  return id ? `id ${code(`${id}_…`)}` : (format ?? 'string')
}
