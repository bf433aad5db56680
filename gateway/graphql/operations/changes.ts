import type { Call } from '@souk/kit/contract'
import { bodyOf } from '@souk/kit/contract'
import { capital } from '../types/names.ts'
import type { Types } from '../types/types.ts'
import { argumentsOf, inputFrom } from './arguments.ts'
import { byKey, type Changing, idempotencyKey, payloadOf, refused, toPayload } from './payload.ts'
import type { Field } from './shows.ts'

/** A change: its payload holds the answer, or says in `userErrors` why nothing changed. */
export function changes(types: Types, contract: Call, how: Changing & { name: string }): Field {
  const args = types.inputs.fieldsOf(argumentsOf(contract, how), capital(how.name))
  return {
    type: payloadOf(types, contract, how),
    args: contract.idempotency ? { ...args, idempotencyKey } : args,
    description: contract.summary,
    extensions: { call: contract, staff: how.staff, isCredential: how.isCredential === true },
    async resolve(source, given, asking, { fieldNodes }) {
      const asked = asking.caller.kind === 'staff' ? (how.staff ?? contract) : contract
      const by = byKey(given, fieldNodes)
      const reply = await asking.change(asked, inputFrom(asked, how, { args: given, source }), by)
      return reply.ok ? toPayload(bodyOf(reply), how) : refused(reply.refusal, asked)
    },
  }
}
