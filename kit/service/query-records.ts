import { z } from 'zod'

type Fields = Record<string, unknown>

/** Fields of a query that are records: written `name.KEY=VALUE` in an address, the same key again for several values. */
export const recordsOf = (query: z.ZodObject | undefined): string[] =>
  Object.entries(query?.shape ?? {}).flatMap(([name, field]) => (isRecord(field as z.ZodType) ? [name] : []))

function isRecord(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodOptional) return isRecord(schema.unwrap() as z.ZodType)
  return schema instanceof z.ZodRecord
}

/** Puts what an address names apart into its records: `attr.size=42&attr.size=43` becomes `attr: { size: ['42', '43'] }`. */
export function gathering(query: z.ZodObject | undefined): (input: Fields) => Fields {
  const records = recordsOf(query)
  if (records.length === 0) return (input) => input
  return (input) => {
    const gathered: Fields = {}
    for (const [field, value] of Object.entries(input)) {
      const name = records.find((one) => field.startsWith(`${one}.`))
      if (name === undefined) gathered[field] = value
      else put(gathered, name, { key: field.slice(name.length + 1), value })
    }
    return gathered
  }
}

function put(gathered: Fields, name: string, { key, value }: { key: string; value: unknown }): void {
  // Without a prototype `__proto__` is a key like any other.
  const record = gathered[name] ?? Object.create(null)
  gathered[name] = record
  if (typeof record === 'object') record[key] = [value].flat()
}

/** The fields of an address that say what a record holds. */
export const spread = (name: string, record: object): [field: string, value: unknown][] =>
  Object.entries(record).map(([key, value]) => [`${name}.${key}`, value])
