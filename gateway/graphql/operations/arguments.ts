import type { Call } from '@souk/kit/contract'
import { z } from 'zod'
import { withoutNulls } from '../types/inputs.ts'
import { merged } from '../types/read-schema.ts'

/** What an operation says of its call beside the contract. */
export interface Naming {
  /** Arguments under another name than the contract's field: `id` of a cart is `cartId` where others have ids too. */
  readonly named?: Readonly<Record<string, string>>
  /** Fields that are read from the object the field belongs to, and so are no arguments. */
  readonly from?: Readonly<Record<string, (source: never) => unknown>>
}

/** Everything a call takes, by name: path, query and body in one, as its feature gets them. */
function shapeOfCall({ params, query, body }: Call): Record<string, z.ZodType> {
  const parts = [params, query, body].filter((part) => part !== undefined)
  return Object.assign({}, ...parts.map((part) => merged([part]) ?? {}))
}

/** The arguments of an operation, by their own names. */
export function argumentsOf(contract: Call, { named = {}, from = {} }: Naming): Record<string, z.ZodType> {
  const fields = Object.entries(shapeOfCall(contract)).filter(([field]) => !(field in from))
  return Object.fromEntries(fields.map(([field, schema]) => [named[field] ?? field, schema]))
}

/** What the call is sent: its fields under the contract's names. */
export function inputFrom(
  contract: Call,
  { named = {}, from = {} }: Naming,
  { args, source }: { args: Record<string, unknown>; source: unknown },
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const shape = shapeOfCall(contract)
  for (const field of Object.keys(shape)) {
    const read = from[field]
    const value = read ? read(source as never) : args[named[field] ?? field]
    if (value !== undefined) input[field] = value
  }
  return withoutNulls(z.object(shape), input) as Record<string, unknown>
}
