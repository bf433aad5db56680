import { publicCalls } from '@souk/contracts/all'
import type { Call } from '@souk/kit/contract'
import {
  type GraphQLField,
  GraphQLList,
  type GraphQLNamedOutputType,
  GraphQLNonNull,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { shopSchema } from './schema.ts'

/** What GraphQL does not offer, and why. */
const LEFT_TO_REST: readonly [why: string, isMeant: (contract: Call) => boolean][] = [
  ['a file, or what others send us, as raw bytes', ({ upload }) => upload !== undefined],
  ['a file to download', ({ produces }) => produces !== undefined && produces !== 'text/event-stream'],
  ['operators have /ops, which stands while the rest does not', ({ access }) => access === 'operator'],
  ['an address that standards name', ({ path }) => path.startsWith('/.well-known/')],
  ['a file of whatever services there are know of somebody', ({ name }) => name === 'export-me'],
]

type AnyField = GraphQLField<unknown, unknown>

const fields: readonly AnyField[] = Object.values(shopSchema().getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()))
const offered = new Set(fields.flatMap(({ extensions }) => [extensions.call, extensions.staff]))
const nameOf = ({ service, name }: Call) => `${service}.${name}`

describe('what GraphQL offers', () => {
  it('is every public contract, or there is a reason', () => {
    const missing = publicCalls.filter(
      (contract) => !offered.has(contract) && !LEFT_TO_REST.some(([, isMeant]) => isMeant(contract)),
    )
    expect(missing.map(nameOf)).toEqual([])
    expect(offered.size).toBeGreaterThan(150)
  })

  it.each(LEFT_TO_REST)('leaves to REST for a reason that holds: %s', (_why, isMeant) => {
    const meant = publicCalls.filter(isMeant)
    expect(meant.length).toBeGreaterThan(0)
    expect(meant.filter((contract) => offered.has(contract)).map(nameOf)).toEqual([])
  })

  it('asks no service once for each item: what a list holds has no calls of its own', () => {
    const listed = fields.filter(({ type }) => isList(type)).map(({ type }) => getNamedType(type))
    const asking = [...below(listed)].filter((type) => callsIn(type).length > 0)
    expect(asking.map(({ name }) => name)).toEqual([])
    expect(fields.filter(({ extensions }) => extensions.call).length).toBeGreaterThan(150)
  })
})

type Named = GraphQLNamedOutputType

const isList = (type: GraphQLOutputType): boolean =>
  type instanceof GraphQLNonNull ? isList(type.ofType) : type instanceof GraphQLList

const fieldsIn = (type: Named): readonly AnyField[] =>
  isObjectType(type) ? Object.values(type.getFields()) : []
const callsIn = (type: Named) => fieldsIn(type).filter(({ extensions }) => extensions.call)

/** The types, and all that their fields lead to. */
function below(types: readonly Named[], known = new Set<Named>()): Set<Named> {
  for (const type of types.filter((one) => !known.has(one))) {
    known.add(type)
    const plain = fieldsIn(type).map(({ type: inner }) => getNamedType(inner))
    below(plain, known)
  }
  return known
}
