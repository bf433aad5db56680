import type { Call, Refusal } from '@souk/kit/contract'
import {
  type FieldNode,
  type GraphQLArgumentConfig,
  type GraphQLError,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import { z } from 'zod'
import type { ByKey } from '../../asking.ts'
import { isFault, toError, toUserErrors, type UserError } from '../refused.ts'
import { capital } from '../types/names.ts'
import { merged } from '../types/read-schema.ts'
import { Json } from '../types/scalars.ts'
import type { Types } from '../types/types.ts'
import type { Naming } from './arguments.ts'

export interface Changing extends Naming {
  readonly name: string
  /** What the payload calls the answer; without it the answer's own fields stand in the payload. */
  readonly gives?: string
  /** Asked instead where somebody of the staff asks; it takes the same or less, and answers the same. */
  readonly staff?: Call
  /** Takes what can be guessed, such as a password: one of them in a request. */
  readonly isCredential?: boolean
}

export const idempotencyKey: GraphQLArgumentConfig = {
  type: GraphQLString,
  description: 'In place of the header Idempotency-Key: the same change with the same key is made once.',
}

export const byKey = (args: Record<string, unknown>, [field]: readonly FieldNode[]): ByKey => ({
  alias: field?.alias?.value ?? field?.name.value ?? '',
  key: (args.idempotencyKey as string | null | undefined) ?? undefined,
})

const UserErrorType = new GraphQLObjectType<UserError>({
  name: 'UserError',
  description: 'Why a change was refused.',
  fields: {
    field: { type: GraphQLString, description: 'The argument it is about, as a path with dots.' },
    code: {
      type: new GraphQLNonNull(GraphQLString),
      description: 'Stable: the code of the problem that REST answers.',
    },
    reason: { type: GraphQLString, description: 'What is wrong with this argument.' },
    message: { type: new GraphQLNonNull(GraphQLString) },
    facts: { type: Json, description: 'What else is known, such as how many are available.' },
  },
})

/** What a change answers, whichever way it goes: all of it may be missing but the list of errors. */
export function payloadOf(types: Types, { answers }: Call, { name, gives }: Changing): GraphQLObjectType {
  const bodies = Object.values(answers).filter((answer) => !(answer instanceof z.ZodUndefined))
  const [body] = bodies
  const shape = gives ? { [gives]: body as z.ZodType } : (merged(bodies) ?? {})
  const optional = Object.fromEntries(Object.entries(shape).map(([field, of]) => [field, of.optional()]))
  const payload = `${capital(name)}Payload`
  return new GraphQLObjectType({
    name: payload,
    fields: () => ({
      ...types.outputs.fieldsOf(optional, gives ? capital(gives) : payload),
      userErrors: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(UserErrorType))),
      },
    }),
  })
}

export const toPayload = (body: unknown, { gives }: Changing) => ({
  ...(gives ? { [gives]: body } : (body as object | undefined)),
  userErrors: [],
})

/** A refusal as a payload; what could not be done for no reason of the asker's is an error of the field. */
export const refused = (
  refusal: Refusal,
  contract: Call,
  more: { within?: string; payload?: object } = {},
): GraphQLError | object =>
  isFault(refusal)
    ? toError(refusal, contract)
    : {
        ...more.payload,
        userErrors: toUserErrors(refusal, contract).map((error) => within(error, more.within)),
      }

const within = (error: UserError, place: string | undefined): UserError =>
  place ? { ...error, field: error.field ? `${place}.${error.field}` : place } : error
