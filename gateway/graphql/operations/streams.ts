import type { Readable } from 'node:stream'
import type { Call, Reply } from '@souk/kit/contract'
import { GraphQLNonNull } from 'graphql'
import type { z } from 'zod'
import { toError } from '../refused.ts'
import { readEvents } from '../subscriptions/read-events.ts'
import type { Types } from '../types/types.ts'
import { argumentsOf, inputFrom } from './arguments.ts'
import type { Field, Showing } from './shows.ts'

/** What a call tells live, one entry after the other, as Server-Sent Events whose data is `entry`. */
export function streams(types: Types, contract: Call, how: Showing & { entry: z.ZodType }): Field {
  return {
    type: new GraphQLNonNull(types.outputs.of(how.entry, how.type)),
    args: types.inputs.fieldsOf(argumentsOf(contract, how), how.type),
    description: contract.summary,
    extensions: { call: contract },
    async subscribe(source, args, { change }) {
      const reply: Reply = await change(contract, inputFrom(contract, how, { args, source }), { alias: '' })
      if (!reply.ok) throw toError(reply.refusal, contract)
      return readEvents((reply as { body: Readable }).body)
    },
    resolve: (entry) => entry,
  }
}
