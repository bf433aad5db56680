import { isDeepStrictEqual } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { objectMisfits } from './object-misfits.ts'
import { choicesOf, isAnything, LEAST, MOST, patternsOf, type Schema, understood } from './schema.ts'

/**
 * How strictly one reads. A `door` refuses a request with a field it does not know. A `hearer` passes such a field
 * over, and holds the others against every bound. A `caller` holds nothing against anything: it relies on the types.
 */
export type Reader = 'door' | 'hearer' | 'caller'

/** Where something is written that is not understood, and why it is not. */
export interface Misfit {
  readonly at: string
  readonly why: string
}

/** The two schemas as wholes, whose `$defs` their parts refer to, and how the second is read. */
interface Sides {
  readonly written: Schema
  readonly read: Schema
  readonly reader: Reader
  /** Pairs of references that are being compared already: a tree is as deep as it likes. */
  readonly within: ReadonlySet<string>
}

export interface Pair {
  readonly written: Schema
  readonly read: Schema
  readonly at: string
}

const ajv = new Ajv2020({ validateFormats: false, strict: false })

/** What may be written by the one schema and is not understood by the other; none when it is compatible. */
export const misfits = (written: Schema, read: Schema, reader: Reader): Misfit[] =>
  compare({ written, read, at: '' }, { written, read, reader, within: new Set() })

function compare(pair: Pair, sides: Sides): Misfit[] {
  const { at } = pair
  const written = resolve(pair.written, sides.written)
  const read = resolve(pair.read, sides.read)
  if (isAnything(read)) return []
  if (isAnything(written)) return [{ at, why: 'may be anything' }]
  const meeting = pair.written.$ref && pair.read.$ref && `${pair.written.$ref} ${pair.read.$ref}`
  if (meeting && sides.within.has(meeting)) return []
  const deeper = meeting ? { ...sides, within: new Set([...sides.within, meeting]) } : sides
  const choices = choicesOf(written)
  if (choices[0] !== written)
    return choices.flatMap((one) => compare({ written: one, read: pair.read, at }, deeper))
  const members = read.enum ? [read] : choicesOf(read)
  if (members[0] === read) return compareOne({ written, read, at }, deeper)
  return nearest(members.map((one) => compare({ written: pair.written, read: one, at }, deeper)))
}

/** A union understands what one of its members does; otherwise the member that comes closest tells what is wrong. */
function nearest(tries: Misfit[][]): Misfit[] {
  const depth = (tried: Misfit[]) => Math.max(...tried.map(({ at }) => at.length))
  return tries.reduce((best, tried) => {
    if (best.length === 0 || tried.length === 0) return best.length === 0 ? best : tried
    return depth(tried) > depth(best) || (depth(tried) === depth(best) && tried.length < best.length)
      ? tried
      : best
  })
}

function compareOne({ written, read, at }: Pair, sides: Sides): Misfit[] {
  const { reader } = sides
  if ('const' in written) return valueMisfits({ written, read, at }, sides)
  if ('const' in read || read.enum) return [{ at, why: `may be more than ${valuesOf(read)}` }]
  const isNarrower = written.type === 'integer' && read.type === 'number'
  if (written.type !== read.type && !isNarrower)
    return [{ at, why: `is ${written.type} where ${read.type} is understood` }]
  const deeper = (pair: Pair) => compare(pair, sides)
  if (read.type === 'object') return objectMisfits({ written, read, at }, { compare: deeper, reader })
  const bounds = reader === 'caller' ? [] : boundMisfits({ written, read, at })
  if (read.type !== 'array') return bounds
  return [...bounds, ...deeper({ written: written.items ?? {}, read: read.items ?? {}, at: `${at}[]` })]
}

function valueMisfits({ written, read, at }: Pair, sides: Sides): Misfit[] {
  const value = written.const
  const isThere = read.enum?.some((one) => isDeepStrictEqual(one, value))
  const isRead = isThere ?? ajv.validate({ ...read, $defs: sides.read.$defs ?? {} }, value)
  return isRead ? [] : [{ at, why: `may be ${JSON.stringify(value)}, which is not understood` }]
}

const valuesOf = (schema: Schema) =>
  (schema.enum ?? [schema.const]).map((one) => JSON.stringify(one)).join(', ')

function boundMisfits({ written, read, at }: Pair): Misfit[] {
  const beyond = (keys: string[], isBeyond: (own: number, its: number) => boolean) =>
    keys
      .filter((key) => read[key] !== undefined && isBeyond(Number(written[key]), Number(read[key])))
      .map((key) => ({ at, why: `may go beyond ${key} ${read[key]}` }))
  const forms = patternsOf(written)
  return [
    // A bound that is not there is not a number, and no comparison with it holds.
    ...beyond(LEAST, (own, its) => !(own >= its)),
    ...beyond(MOST, (own, its) => !(own <= its)),
    ...patternsOf(read)
      .filter((form) => !forms.includes(form))
      .map((form) => ({ at, why: `may not have the form ${form}` })),
  ]
}

function resolve(schema: Schema, whole: Schema): Schema {
  if (schema.$ref === undefined) return understood(schema)
  const found = schema.$ref === '#' ? whole : whole.$defs?.[schema.$ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`cannot judge the reference ${schema.$ref}`)
  return resolve(found, whole)
}
