import type { Misfit, Pair, Reader } from './misfits.ts'
import type { Schema } from './schema.ts'

interface Reading {
  readonly reader: Reader
  readonly compare: (pair: Pair) => Misfit[]
}

/** Fields that are asked for and may be missing, that are written and not understood, and that differ. */
export function objectMisfits(pair: Pair, reading: Reading): Misfit[] {
  const { written, read, at } = pair
  const own = written.properties ?? {}
  const its = read.properties ?? {}
  const missing = (read.required ?? [])
    .filter((field) => !written.required?.includes(field) && its[field]?.default === undefined)
    .map((field) => ({ at: below(at, field), why: field in own ? 'may be missing' : 'is missing' }))
  const fields = Object.entries(own).flatMap(([field, schema]) =>
    fieldMisfits({ written: schema, at: below(at, field) }, its[field] ?? read.additionalProperties, reading),
  )
  return [...missing, ...fields, ...restMisfits(pair, reading)]
}

function fieldMisfits(
  field: Pick<Pair, 'written' | 'at'>,
  known: Schema | boolean | undefined,
  { reader, compare }: Reading,
): Misfit[] {
  if (typeof known === 'object') return compare({ ...field, read: known })
  return known === false && reader === 'door' ? [{ at: field.at, why: 'is not known' }] : []
}

/** The fields of any name, such as those of a record. */
function restMisfits({ written, read, at }: Pair, reading: Reading): Misfit[] {
  const open = written.additionalProperties
  if (open === undefined || open === false) return []
  const rest = { written: open === true ? {} : open, at: below(at, '*') }
  const own = written.properties ?? {}
  const named = Object.entries(read.properties ?? {})
    .filter(([field]) => !(field in own))
    .flatMap(([field, known]) => fieldMisfits({ ...rest, at: below(at, field) }, known, reading))
  const names = { written: written.propertyNames ?? { type: 'string' }, read: read.propertyNames ?? {} }
  return [
    ...named,
    ...fieldMisfits(rest, read.additionalProperties, reading),
    ...reading.compare({ ...names, at: `${rest.at} (its name)` }),
  ]
}

const below = (at: string, field: string) => (at === '' ? field : `${at}.${field}`)
