import {
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql'
import { z } from 'zod'
import { enumOf, leafOf } from './leaf-of.ts'
import { nameOf } from './names.ts'
import type { Once } from './once.ts'
import { bare, shapeOf } from './read-schema.ts'

export interface Inputs {
  /** Arguments, or fields of an input object, as a contract takes them. */
  fieldsOf(shape: Record<string, z.ZodType>, owner: string): GraphQLInputFieldConfigMap
}

/** Turns what contracts take into GraphQL types. Enumerations are shared with what they answer. */
export function inputs(once: Once): Inputs {
  function of(given: z.ZodType, owner: string, field: string): GraphQLInputType {
    const { schema } = bare(given)
    const name = nameOf(schema, owner, field)
    if (isObject(schema)) return objectOf(schema, name)
    if (schema instanceof z.ZodEnum) return once(name, () => enumOf(schema, name))
    if (schema instanceof z.ZodArray)
      return new GraphQLList(new GraphQLNonNull(of(schema.element as z.ZodType, owner, field)))
    return leafOf(schema, field)
  }

  const objectOf = (schema: z.ZodType, name: string): GraphQLInputObjectType =>
    once(
      `${name}Input`,
      (input) =>
        new GraphQLInputObjectType({ name: input, fields: () => fieldsOf(shapeOf(schema) ?? {}, name) }),
    )

  function fieldsOf(shape: Record<string, z.ZodType>, owner: string): GraphQLInputFieldConfigMap {
    return Object.fromEntries(
      Object.entries(shape).map(([field, given]) => {
        const { isOptional, isNullable } = bare(given)
        const type = of(given, owner, field)
        return [field, { type: isOptional || isNullable ? type : new GraphQLNonNull(type) }]
      }),
    )
  }

  return { fieldsOf }
}

/** One object, or any of several whose fields tell them apart; where a word does, each is too much its own. */
const isObject = (schema: z.ZodType): boolean =>
  shapeOf(schema) !== undefined && !(schema instanceof z.ZodDiscriminatedUnion)

/**
 * What came as it is sent on: a null where the contract knows none is what was left out, as clients send it for a
 * variable nobody set.
 */
export function withoutNulls(given: z.ZodType, value: unknown): unknown {
  const { schema } = bare(given)
  if (Array.isArray(value) && schema instanceof z.ZodArray)
    return value.map((item) => withoutNulls(schema.element as z.ZodType, item))
  const shape = shapeOf(schema)
  if (!shape || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]) => {
      const of = shape[field]
      if (!of) return [[field, inner]]
      return inner === null && !bare(of).isNullable ? [] : [[field, withoutNulls(of, inner)]]
    }),
  )
}
