/**
 * A schema that contains itself keeps its parts in `$defs` of its own and refers to them from the root, which is
 * true only while it stands alone. In a document they move to the shared `schemas`, under the operation's name.
 */
export const hoistParts = (
  operation: object,
  { name, schemas }: { name: string; schemas: Record<string, unknown> },
): unknown =>
  JSON.parse(JSON.stringify(operation), (key, value) => {
    if (key === '$ref') return String(value).replace('#/$defs/', `#/components/schemas/${name}.`)
    if (key !== '$defs') return value
    for (const [part, schema] of Object.entries(value)) {
      if (`${name}.${part}` in schemas) throw new Error(`${name}: two schemas contain themselves`)
      schemas[`${name}.${part}`] = schema
    }
    return undefined
  })
