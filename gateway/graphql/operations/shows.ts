import type { Call } from '@souk/kit/contract'
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql'
import type { z } from 'zod'
import type { Asking } from '../../asking.ts'
import { toError } from '../refused.ts'
import type { Types } from '../types/types.ts'
import { argumentsOf, inputFrom, type Naming } from './arguments.ts'

export type Field = GraphQLFieldConfig<unknown, Asking, Record<string, unknown>>

export interface Showing extends Naming {
  /** The name of what is shown, where its contract has none. */
  readonly type: string
  /** The name of its connection and filter, where another list is of the same type. */
  readonly list?: string
  /** Of a name of its own all the same: it has fields that are not everybody's. */
  readonly isOwnType?: boolean
  /** Asked instead where somebody of the staff asks; it takes and answers the same. */
  readonly staff?: Call
  /** Where the arguments are not the contract's fields. */
  readonly args?: GraphQLFieldConfigArgumentMap
  readonly toInput?: (args: Record<string, unknown>) => Record<string, unknown>
}

/** One thing; null where there is none, or none of theirs. */
export function shows(types: Types, contract: Call, how: Showing): Field {
  return {
    type: types.outputs.of(answerOf(contract), how.type, { isOwn: how.isOwnType === true }),
    args: how.args ?? types.inputs.fieldsOf(argumentsOf(contract, how), how.type),
    description: contract.summary,
    extensions: { call: contract, staff: how.staff },
    async resolve(source, args, { caller, read }) {
      const asked = caller.kind === 'staff' ? (how.staff ?? contract) : contract
      const given = how.toInput?.(args) ?? args
      const reply = await read(asked, inputFrom(asked, how, { args: given, source }))
      if (reply.ok) return reply.body
      return reply.refusal.code === 'not_found' ? null : toError(reply.refusal, asked)
    },
  }
}

const LONGEST = 100
const WHOLE = { limit: () => LONGEST, cursor: () => undefined }

/** A list that is short enough to be shown whole, or has no next page. */
export function lists(types: Types, contract: Call, how: Showing): Field {
  const { items } = (answerOf(contract) as z.ZodObject).shape as { items: z.ZodArray<z.ZodType> }
  const isPaged = 'cursor' in (contract.query?.shape ?? {})
  const from = { ...how.from, ...(isPaged && WHOLE) }
  return {
    type: new GraphQLList(new GraphQLNonNull(types.outputs.of(items.element, how.type))),
    args: types.inputs.fieldsOf(argumentsOf(contract, { ...how, from }), how.type),
    description: contract.summary,
    extensions: { call: contract },
    async resolve(source, args, { read }) {
      const reply = await read(contract, inputFrom(contract, { ...how, from }, { args, source }))
      return reply.ok ? (reply.body as { items: unknown[] }).items : toError(reply.refusal, contract)
    },
  }
}

/** What is answered when all goes well. */
export const answerOf = ({ answers }: Call): z.ZodType => Object.values(answers)[0] as z.ZodType
