import { type AnswerOf, type Call, type Refusal, refuse, type Sent } from '@souk/kit/contract'
import { askEach, type RefusalOf } from './ask-each.ts'
import type { OpsRoom } from './room.ts'

/** The answer of the one service that knows the thing asked for: an id does not tell whose it is. */
export async function whoeverHasIt<C extends Call>(
  room: OpsRoom,
  of: (service: string) => C,
  input: Sent<C>,
): Promise<AnswerOf<C>['body'] | RefusalOf<C> | Refusal<'not_found' | 'unavailable'>> {
  const { answers, refusals, unavailable } = await askEach(room, { of, input })
  for (const found of answers) return found
  const said = refusals.find(({ code }) => code !== 'not_found')
  if (said) return said
  return unavailable.length === 0
    ? refuse('not_found')
    : refuse('unavailable', {
        detail: `Nobody asked knows it, and ${unavailable.join(', ')} did not answer.`,
      })
}
