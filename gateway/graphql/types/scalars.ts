import { GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql'

const asSafeInteger = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('must be an integer')
  return value
}
const asText = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('must be text')
  return value
}
const literal = (node: ValueNode) => valueFromASTUntyped(node)

/** `Int` ends at 2³¹: a large order's minor units, and counters, go beyond it. */
export const SafeInt = new GraphQLScalarType<number>({
  name: 'SafeInt',
  description: 'An integer up to 2⁵³, such as an amount in minor units; a number in JSON.',
  serialize: asSafeInteger,
  parseValue: asSafeInteger,
  parseLiteral: (node) => asSafeInteger(node.kind === 'IntValue' ? Number(node.value) : undefined),
})

export const DateTime = new GraphQLScalarType<string>({
  name: 'DateTime',
  description: 'RFC 3339 in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: asText,
  parseValue: asText,
  parseLiteral: (node) => asText(literal(node)),
})

export const Json = new GraphQLScalarType<unknown>({
  name: 'JSON',
  description: 'A value that has another shape in each case, as the REST reference shows it.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: literal,
})
