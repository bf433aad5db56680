import { z } from 'zod'

/** A contract's schema without what is wrapped around it. */
export interface Bare {
  readonly schema: z.ZodType
  /** May be left out. */
  readonly isOptional: boolean
  readonly isNullable: boolean
}

/** Takes `optional`, `nullable` and `default` off a schema. */
export function bare(given: z.ZodType): Bare {
  let [schema, isOptional, isNullable] = [given, false, false]
  while (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    if (schema instanceof z.ZodNullable) isNullable = true
    else isOptional = true
    schema = schema.unwrap() as z.ZodType
  }
  return { schema, isOptional, isNullable }
}

type Shape = Record<string, z.ZodType>

/** The fields of an object; those of a union of objects together, optional where a branch is without them. */
export function shapeOf(schema: z.ZodType): Shape | undefined {
  if (schema instanceof z.ZodObject) return schema.shape as Shape
  if (!(schema instanceof z.ZodUnion)) return undefined
  return merged(schema.options as z.ZodType[])
}

/** One shape of several that stand for one another. */
export function merged(schemas: readonly z.ZodType[]): Shape | undefined {
  const shapes = schemas.map(shapeOf)
  if (!shapes.every((shape) => shape !== undefined)) return undefined
  const names = new Set(shapes.flatMap(Object.keys))
  return Object.fromEntries([...names].map((name) => [name, together(shapes.map((shape) => shape[name]))]))
}

/** Words that tell branches apart become one enumeration of them. */
function together(fields: (z.ZodType | undefined)[]): z.ZodType {
  const there = fields.filter((field) => field !== undefined)
  const words = there.map(wordsOf)
  const field = words.every((one) => one !== undefined) ? z.enum(words.flat()) : (there[0] as z.ZodType)
  return there.length === fields.length ? field : field.optional()
}

const wordsOf = (schema: z.ZodType): string[] | undefined =>
  schema instanceof z.ZodLiteral
    ? [String(schema.value)]
    : schema instanceof z.ZodEnum
      ? schema.options.map(String)
      : undefined
