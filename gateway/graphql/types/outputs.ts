import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql'
import { z } from 'zod'
import { enumOf, leafOf } from './leaf-of.ts'
import { nameOf } from './names.ts'
import type { Once } from './once.ts'
import { bare, shapeOf } from './read-schema.ts'

/** Fields that are not in a contract's answer: each is a call of its own. */
export type MoreFields = (type: string) => GraphQLFieldConfigMap<unknown, never>

export interface Outputs {
  /** The type of what a schema describes, never null itself; one for each name. */
  of(schema: z.ZodType, name: string, how?: { isOwn?: boolean; field?: string }): GraphQLOutputType
  /** The fields of an object, each with its own type. */
  fieldsOf(shape: Record<string, z.ZodType>, name: string): GraphQLFieldConfigMap<unknown, never>
}

/** A record of texts as a list: GraphQL asks for fields by name, and these names are the shop's own. */
const NamedValue = new GraphQLObjectType({
  name: 'NamedValue',
  fields: {
    name: { type: new GraphQLNonNull(GraphQLString) },
    value: { type: new GraphQLNonNull(GraphQLString) },
  },
})

/** Turns what contracts answer into GraphQL types, so that nothing is declared twice. */
export function outputs(once: Once, more: MoreFields): Outputs {
  function of(given: z.ZodType, owner: string, { isOwn = false, field = '' } = {}): GraphQLOutputType {
    const { schema } = bare(given)
    const name = isOwn ? owner : nameOf(schema, owner, field)
    if (schema instanceof z.ZodObject) return objectOf(schema, name)
    if (schema instanceof z.ZodEnum) return once(name, () => enumOf(schema, name))
    if (schema instanceof z.ZodArray) {
      const item = of(schema.element as z.ZodType, owner, { field })
      return new GraphQLList(new GraphQLNonNull(item))
    }
    return isRecordOfTexts(schema) ? new GraphQLList(new GraphQLNonNull(NamedValue)) : leafOf(schema, field)
  }

  const objectOf = (schema: z.ZodObject, name: string) =>
    once(name, () => {
      const fields = () => ({ ...fieldsOf(shapeOf(schema) ?? {}, name), ...more(name) })
      // What a type's own fields are resolved in is known where its schema is put together.
      return new GraphQLObjectType<unknown, never>({ name, fields }) as GraphQLObjectType
    })

  function fieldsOf(shape: Record<string, z.ZodType>, name: string) {
    return Object.fromEntries(
      Object.entries(shape).map(([field, schema]) => [field, fieldOf(schema, name, field)]),
    )
  }

  function fieldOf(given: z.ZodType, name: string, field: string): GraphQLFieldConfig<unknown, never> {
    const { schema, isOptional, isNullable } = bare(given)
    const type = of(schema, name, { field })
    return {
      type: isOptional || isNullable ? type : new GraphQLNonNull(type),
      ...(isRecordOfTexts(schema) && { resolve: (source) => toList((source as never)[field]) }),
    }
  }

  return { of, fieldsOf }
}

const isRecordOfTexts = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodRecord && (schema.valueType as z.ZodType).type === 'string'

const toList = (record: Record<string, string> | undefined) =>
  record && Object.entries(record).map(([name, value]) => ({ name, value }))
