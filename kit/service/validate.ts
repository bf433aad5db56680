import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'
import type { Call } from '../contract/call.ts'
import { type FieldError, type Refusal, refuse } from '../contract/refusal.ts'
import { gathering } from './query-records.ts'

// Formats carry a pattern beside them in zod's JSON Schema, so the pattern alone decides.
const options = {
  allErrors: true,
  validateFormats: false,
  useDefaults: true,
  strict: false,
  allowUnionTypes: true,
  verbose: true,
}
const strict = new Ajv2020(options)
const asGiven = new Ajv2020({ ...options, useDefaults: false })
/** Query and path are text; numbers and booleans in them are read as such. */
const reading = new Ajv2020({ ...options, coerceTypes: true })

/** Splits a flat input into its parts, checks each against the contract and fills in defaults; leaves the input as it is. */
export type Validate = (input: Record<string, unknown>) => Refusal | Record<string, unknown>

export const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const made = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })
  delete made.$schema
  return made as Record<string, unknown>
}

/** Compiles a contract once; a check then costs microseconds. */
export function compile(contract: Call): Validate {
  const path = fieldsOf(contract.params)
  const query = fieldsOf(contract.query)
  const gather = gathering(contract.query)
  const checks = {
    path: contract.params && reading.compile(jsonSchema(contract.params, 'input')),
    query: contract.query && reading.compile(jsonSchema(contract.query, 'input')),
  }
  const body = compileBody(contract.body ?? z.strictObject({}))
  return (input) => {
    const parts = split(gather(input), path, query)
    if (fits(checks.path, parts.path) && fits(checks.query, parts.query) && body.check(parts.body))
      return Object.assign(parts.path, parts.query, body.fillIn(parts.body))
    const errors = [
      ...check(checks.path, parts.path),
      ...check(checks.query, parts.query),
      ...check(body.check, parts.body),
    ]
    return refuse('invalid_request', { detail: sentence(errors), errors })
  }
}

interface BodyCheck {
  readonly check: ValidateFunction
  readonly fillIn: (fitting: unknown) => unknown
}

/** Whoever gave the body asks with it again when nobody answered: defaults within its fields go into a copy. */
function compileBody(schema: z.ZodType): BodyCheck {
  const body = jsonSchema(schema, 'input')
  if (!hasInnerDefaults(body)) return { check: strict.compile(body), fillIn: (fitting) => fitting }
  const fill = strict.compile(body)
  const fillIn = (fitting: unknown) => {
    const copy = structuredClone(fitting)
    fill(copy)
    return copy
  }
  return { check: asGiven.compile(body), fillIn }
}

/** The fields themselves are in an object of ours: only what is within them is the giver's. */
const hasInnerDefaults = ({ properties, ...rest }: Record<string, unknown>): boolean =>
  [rest, ...Object.values(properties ?? {}).map(({ default: _own, ...field }) => field)].some((part) =>
    JSON.stringify(part).includes('"default":'),
  )

const fieldsOf = (schema: z.ZodObject | undefined) => new Set(Object.keys(schema?.shape ?? {}))

/** A body that is no object (a list, a text) travels under this name, so that its check can say so. */
export const WHOLE_BODY = '$body'

function split(input: Record<string, unknown>, path: Set<string>, query: Set<string>) {
  const parts = {
    path: {} as Record<string, unknown>,
    query: {} as Record<string, unknown>,
    body: {} as unknown,
  }
  const body: Record<string, unknown> = {}
  for (const field of Object.keys(input)) {
    const value = input[field]
    if (value === undefined) continue
    const part = path.has(field) ? parts.path : query.has(field) ? parts.query : body
    part[field] = value
  }
  parts.body = WHOLE_BODY in body ? body[WHOLE_BODY] : body
  return parts
}

const fits = (validate: ValidateFunction | undefined, value: unknown): boolean =>
  validate === undefined || validate(value)

const check = (validate: ValidateFunction | undefined, value: unknown): FieldError[] =>
  fits(validate, value) ? [] : mostTelling(validate?.errors ?? []).map(toFieldError)

const ECHOES = new Set(['anyOf', 'oneOf', 'propertyNames'])

/** Of a union's branches only the nearest one is worth telling; the union's own complaint says nothing, nor does a name's. */
function mostTelling(errors: ErrorObject[]): ErrorObject[] {
  const told = errors.filter(({ keyword }) => !ECHOES.has(keyword))
  return told.length > 0 ? told.slice(0, 20) : errors
}

function toFieldError(error: ErrorObject): FieldError {
  const extra = error.params.missingProperty ?? error.params.additionalProperty
  const segments = [...error.instancePath.split('/').slice(1), ...(extra ? [String(extra)] : [])]
  return { path: segments.join('.'), code: codes[error.keyword] ?? error.keyword, message: message(error) }
}

const codes: Record<string, string> = {
  required: 'missing',
  additionalProperties: 'unknown_field',
  type: 'wrong_type',
  pattern: 'wrong_format',
  enum: 'not_allowed',
  const: 'not_allowed',
  minimum: 'too_small',
  maximum: 'too_large',
  minLength: 'too_short',
  maxLength: 'too_long',
  minItems: 'too_few',
  maxItems: 'too_many',
}

function message({ keyword, params, message: said }: ErrorObject): string {
  if (keyword === 'required') return 'is missing'
  if (keyword === 'additionalProperties') return 'is not a field of this request'
  if (keyword === 'pattern') return 'does not have the form expected'
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`
  return said ?? 'does not fit'
}

const sentence = ([first]: FieldError[]): string =>
  first?.path ? `${first.path} ${first.message}.` : `The body ${first?.message ?? 'does not fit'}.`
