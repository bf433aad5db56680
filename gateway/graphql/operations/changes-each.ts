import type { Call } from '@souk/kit/contract'
import { bodyOf, refuse } from '@souk/kit/contract'
import {
  type GraphQLFieldConfigArgumentMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql'
import { capital } from '../types/names.ts'
import type { Types } from '../types/types.ts'
import { argumentsOf, inputFrom } from './arguments.ts'
import { byKey, type Changing, idempotencyKey, payloadOf, refused, toPayload } from './payload.ts'
import type { Field } from './shows.ts'

/** The most that is changed at once. */
const MOST = 20

export interface ChangingEach extends Changing {
  /** What the list is called. */
  readonly each: string
  /** The argument that all of them share: the cart that is changed. */
  readonly of: string
  readonly gives: string
}

/**
 * A change of many by a contract that changes one: in their order, until one is refused; those before it stand. Where
 * one needs a single value, the list is one of values.
 */
export function changesEach(types: Types, contract: Call, how: ChangingEach): Field {
  const { [how.of]: shared, ...one } = types.inputs.fieldsOf(argumentsOf(contract, how), capital(how.name))
  const single = Object.keys(one).length === 1 ? Object.keys(one)[0] : undefined
  return {
    type: payloadOf(types, contract, how),
    args: {
      [how.of]: shared,
      [how.each]: { type: listOf(one, single, how), description: `1 to ${MOST}, one after the other.` },
      ...(contract.idempotency && { idempotencyKey }),
    } as GraphQLFieldConfigArgumentMap,
    description: contract.summary,
    extensions: { call: contract, calls: MOST },
    async resolve(source, given, { change }, { fieldNodes }) {
      const many = given[how.each] as unknown[]
      const by = byKey(given, fieldNodes)
      let payload = {}
      if (many.length === 0 || many.length > MOST) return refused(wrongCount(how.each, many.length), contract)
      for (const [at, value] of many.entries()) {
        const args = { ...given, ...(single ? { [single]: value } : (value as object)) }
        const nth = at === 0 ? by : { alias: `${by.alias}.${at}`, key: by.key && `${by.key}.${at}` }
        const reply = await change(contract, inputFrom(contract, how, { args, source }), nth)
        if (!reply.ok) return refused(reply.refusal, contract, { within: `${how.each}.${at}`, payload })
        payload = toPayload(bodyOf(reply), how)
      }
      return payload
    },
  }
}

function listOf(one: GraphQLFieldConfigArgumentMap, single: string | undefined, { name }: ChangingEach) {
  const item: GraphQLInputType = single
    ? (one[single]?.type as GraphQLInputType)
    : new GraphQLNonNull(new GraphQLInputObjectType({ name: `${capital(name)}Input`, fields: one }))
  return new GraphQLNonNull(new GraphQLList(item))
}

function wrongCount(path: string, count: number) {
  const message = `takes 1 to ${MOST}, not ${count}`
  return refuse('invalid_request', { errors: [{ path, code: count ? 'too_many' : 'too_few', message }] })
}
