import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
} from 'graphql'
import { z } from 'zod'
import { DateTime, Json, SafeInt } from './scalars.ts'

const INT_MOST = 2 ** 31 - 1

/** The leaf type of a schema that has no fields and is no list. Enumerations are `enumOf`'s affair. */
export function leafOf(schema: z.ZodType, field: string): GraphQLLeafType {
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodBoolean) return GraphQLBoolean
  if (schema instanceof z.ZodISODateTime) return DateTime
  if (isText(schema)) return /^id$|Ids?$/.test(field) ? GraphQLID : GraphQLString
  return Json
}

const isText = (schema: z.ZodType): boolean =>
  schema.type === 'string' ||
  (schema instanceof z.ZodUnion && schema.options.every((option) => isText(option as z.ZodType))) ||
  (schema instanceof z.ZodLiteral && typeof schema.value === 'string')

const numberOf = ({ minValue, maxValue }: z.ZodNumber): GraphQLLeafType =>
  minValue !== null && maxValue !== null && minValue >= -INT_MOST && maxValue <= INT_MOST
    ? GraphQLInt
    : SafeInt

/** GraphQL's names take no minus: `-price` is `price_desc`. All other words stay as they are. */
export function enumOf(schema: z.ZodEnum, name: string): GraphQLEnumType {
  const words = schema.options.map(String)
  const values = words.map((word) => [word.startsWith('-') ? `${word.slice(1)}_desc` : word, { value: word }])
  return new GraphQLEnumType({ name, values: Object.fromEntries(values) })
}
